CREATE TABLE events (
  id          BIGSERIAL PRIMARY KEY,
  name        TEXT NOT NULL,
  venue       TEXT NOT NULL,
  starts_at   TIMESTAMPTZ NOT NULL
);

CREATE TABLE users (
  id          BIGSERIAL PRIMARY KEY,
  email       TEXT NOT NULL UNIQUE,
  name        TEXT
);

-- filled by the organisers' system. The last four columns are ours.
CREATE TABLE seats (
  id          BIGSERIAL PRIMARY KEY,
  event_id    BIGINT NOT NULL REFERENCES events(id),
  section     TEXT NOT NULL,
  row_label   TEXT NOT NULL,
  seat_number INT  NOT NULL,
  price_cents INT  NOT NULL CHECK (price_cents >= 0),

  status      TEXT NOT NULL DEFAULT 'free' CHECK (status IN ('free', 'held', 'sold')),
  hold_id     UUID UNIQUE,
  held_by     BIGINT REFERENCES users(id),
  held_until  TIMESTAMPTZ,

  UNIQUE (event_id, section, row_label, seat_number)
);

CREATE INDEX seats_event_idx ON seats (event_id);

CREATE TABLE bookings (
  id              UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  seat_id         BIGINT NOT NULL UNIQUE REFERENCES seats(id),
  user_id         BIGINT NOT NULL REFERENCES users(id),
  hold_id         UUID   NOT NULL UNIQUE,
  idempotency_key UUID   NOT NULL UNIQUE,
  amount_cents    INT    NOT NULL,
  payment_auth_id TEXT   NOT NULL,
  payment_status  TEXT   NOT NULL DEFAULT 'authorized' CHECK (payment_status IN ('authorized', 'captured')),
  created_at      TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE INDEX bookings_to_capture ON bookings (created_at) WHERE payment_status = 'authorized';
