CREATE TABLE seats (
  id BIGSERIAL PRIMARY KEY,
  event_id BIGINT NOT NULL,
  label VARCHAR(10) NOT NULL
);

CREATE TABLE holds (
  id BIGSERIAL PRIMARY KEY,
  seat_id BIGINT NOT NULL REFERENCES seats (id),
  user_id BIGINT NOT NULL,
  expires_at TIMESTAMPTZ NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);
CREATE INDEX holds_seat_id ON holds (seat_id);

CREATE TABLE bookings (
  id BIGSERIAL PRIMARY KEY,
  hold_id BIGINT NOT NULL REFERENCES holds (id),
  seat_id BIGINT NOT NULL REFERENCES seats (id),
  user_id BIGINT NOT NULL,
  idempotency_key VARCHAR(64) UNIQUE
);
