CREATE TABLE accounts (
  account_id  BIGINT PRIMARY KEY,
  email       TEXT NOT NULL
);

CREATE TABLE events (
  event_id    BIGINT PRIMARY KEY,
  title       TEXT NOT NULL,
  starts_at   TIMESTAMPTZ NOT NULL
);

CREATE TABLE event_seats (
  event_id    BIGINT NOT NULL REFERENCES events(event_id),
  seat_code   VARCHAR(12) NOT NULL,          -- 'B-07-12'
  price       NUMERIC(10,2) NOT NULL DEFAULT 0,
  PRIMARY KEY (event_id, seat_code)
);

-- current hold of a seat, one row at most
CREATE TABLE seat_holds (
  event_id    BIGINT NOT NULL,
  seat_code   VARCHAR(12) NOT NULL,
  hold_token  UUID NOT NULL UNIQUE,
  account_id  BIGINT NOT NULL REFERENCES accounts(account_id),
  expires_at  TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (event_id, seat_code),
  FOREIGN KEY (event_id, seat_code) REFERENCES event_seats(event_id, seat_code)
);

CREATE TABLE bookings (
  booking_id  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  hold_token  UUID NOT NULL UNIQUE,          -- idempotency of confirm
  event_id    BIGINT NOT NULL,
  seat_code   VARCHAR(12) NOT NULL,
  account_id  BIGINT NOT NULL REFERENCES accounts(account_id),
  payment_id  TEXT NOT NULL,
  booked_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
  FOREIGN KEY (event_id, seat_code) REFERENCES event_seats(event_id, seat_code)
);
CREATE INDEX bookings_seat ON bookings (event_id, seat_code);
