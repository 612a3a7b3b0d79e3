CREATE TABLE seats (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  label  text NOT NULL,
  status text NOT NULL DEFAULT 'FREE' CHECK (status IN ('FREE', 'HELD', 'SOLD'))
);

CREATE TABLE holds (
  id         uuid PRIMARY KEY,
  seat_id    bigint NOT NULL REFERENCES seats (id),
  user_id    bigint NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX holds_seat ON holds (seat_id);

CREATE TABLE bookings (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  idempotency_key uuid NOT NULL UNIQUE,
  hold_id         uuid NOT NULL REFERENCES holds (id),
  seat_id         bigint NOT NULL REFERENCES seats (id),
  user_id         bigint NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now()
);
