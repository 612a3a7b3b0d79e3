CREATE TABLE users (
  id         TEXT PRIMARY KEY,           -- usr_...
  email      TEXT UNIQUE NOT NULL
);

CREATE TABLE events (
  id         TEXT PRIMARY KEY,           -- evt_...
  name       TEXT NOT NULL,
  starts_at  TIMESTAMPTZ NOT NULL
);

CREATE TABLE seats (
  id               TEXT PRIMARY KEY,     -- seat_...
  event_id         TEXT NOT NULL REFERENCES events (id),
  section          TEXT NOT NULL,
  row              TEXT NOT NULL,
  number           INT  NOT NULL,
  price_minor      BIGINT NOT NULL,
  currency         CHAR(3) NOT NULL DEFAULT 'GBP',
  state            TEXT NOT NULL DEFAULT 'available' CHECK (state IN ('available', 'held', 'sold')),
  current_hold_id  TEXT,
  hold_expires_at  TIMESTAMPTZ,
  version          INT NOT NULL DEFAULT 0,
  UNIQUE (event_id, section, row, number)
);

CREATE TABLE holds (
  id          TEXT PRIMARY KEY,          -- hold_...
  seat_id     TEXT NOT NULL REFERENCES seats (id),
  user_id     TEXT NOT NULL REFERENCES users (id),
  created_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
  expires_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX holds_seat_idx ON holds (seat_id);

CREATE TABLE bookings (
  id                TEXT PRIMARY KEY,    -- bkg_...
  hold_id           TEXT NOT NULL UNIQUE REFERENCES holds (id),
  seat_id           TEXT NOT NULL UNIQUE REFERENCES seats (id),
  user_id           TEXT NOT NULL REFERENCES users (id),
  authorisation_id  TEXT NOT NULL,
  capture_state     TEXT NOT NULL DEFAULT 'pending' CHECK (capture_state IN ('pending', 'captured', 'failed')),
  created_at        TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE idempotency_keys (
  user_id        TEXT NOT NULL REFERENCES users (id),
  key            TEXT NOT NULL,
  request_hash   TEXT NOT NULL,          -- sha256(method + path + body)
  status_code    INT  NOT NULL,
  response_body  JSONB NOT NULL,
  created_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key)
);
