CREATE TABLE events (
  event_id   BIGINT PRIMARY KEY,
  name       TEXT NOT NULL,
  start_time TIMESTAMPTZ NOT NULL
);

CREATE TABLE users (
  user_id BIGINT PRIMARY KEY,
  phone   TEXT,
  email   TEXT
);

CREATE TABLE seats (
  seat_id  BIGINT PRIMARY KEY,
  event_id BIGINT NOT NULL REFERENCES events(event_id),
  zone     TEXT NOT NULL,
  row_no   TEXT NOT NULL,
  seat_no  INT NOT NULL,
  price    BIGINT NOT NULL,          -- in cents
  UNIQUE (event_id, zone, row_no, seat_no)
);

-- holds live in Redis, see design. Only what is sold is in Postgres.
CREATE TABLE bookings (
  booking_id BIGSERIAL PRIMARY KEY,
  seat_id    BIGINT NOT NULL,
  event_id   BIGINT NOT NULL REFERENCES events(event_id),
  hold_id    UUID NOT NULL,
  user_id    BIGINT NOT NULL REFERENCES users(user_id),
  charge_id  TEXT NOT NULL,
  amount     BIGINT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  CONSTRAINT fk_seat FOREIGN KEY (seat_id) REFERENCES seats(seat_id),
  CONSTRAINT uq_booking_seat UNIQUE (seat_id),
  CONSTRAINT uq_booking_hold UNIQUE (hold_id)
);
CREATE INDEX idx_bookings_event ON bookings(event_id);
