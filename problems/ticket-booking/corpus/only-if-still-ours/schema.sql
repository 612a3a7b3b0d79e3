CREATE TABLE shows (show_id bigint PRIMARY KEY, title text NOT NULL, starts_at timestamptz NOT NULL);

CREATE TABLE seats (
  seat_id  bigint PRIMARY KEY,
  show_id  bigint NOT NULL REFERENCES shows (show_id),
  label    text   NOT NULL,
  UNIQUE (show_id, label)
);

-- Holds are keys of Redis:  hold:{show_id}:{seat_id}, value "{hold_id}|{user_id}", two minutes

CREATE TABLE bookings (
  booking_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seat_id    bigint NOT NULL UNIQUE REFERENCES seats (seat_id),
  user_id    bigint NOT NULL,
  hold_id    uuid   NOT NULL UNIQUE,
  booked_at  timestamptz NOT NULL DEFAULT now()
);
