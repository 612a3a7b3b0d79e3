-- structure.sql, trimmed
CREATE TABLE users (
  id bigserial PRIMARY KEY,
  email varchar NOT NULL UNIQUE,
  name varchar,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);

CREATE TABLE events (
  id bigserial PRIMARY KEY,
  title varchar NOT NULL,
  venue varchar NOT NULL,
  starts_at timestamptz NOT NULL,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);

CREATE TABLE seats (
  id bigserial PRIMARY KEY,
  event_id bigint NOT NULL REFERENCES events(id),
  section varchar NOT NULL,
  row_name varchar NOT NULL,
  number integer NOT NULL,
  price_cents integer NOT NULL,
  status varchar NOT NULL DEFAULT 'available'
    CHECK (status IN ('available', 'held', 'booked')),
  held_by_id bigint REFERENCES users(id),
  hold_token uuid,
  held_until timestamptz,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_seats_on_place ON seats (event_id, section, row_name, number);
CREATE UNIQUE INDEX index_seats_on_hold_token ON seats (hold_token);

CREATE TABLE bookings (
  id bigserial PRIMARY KEY,
  seat_id bigint NOT NULL REFERENCES seats(id),
  user_id bigint NOT NULL REFERENCES users(id),
  hold_token uuid NOT NULL,
  charge_id varchar,
  created_at timestamp(6) NOT NULL DEFAULT now(),
  updated_at timestamp(6) NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_bookings_on_seat_id ON bookings (seat_id);
CREATE UNIQUE INDEX index_bookings_on_hold_token ON bookings (hold_token);
