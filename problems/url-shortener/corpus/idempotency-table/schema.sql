CREATE TABLE urls (
  short_code VARCHAR(8) PRIMARY KEY,
  long_url TEXT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);

CREATE TABLE idempotency_keys (
  key TEXT PRIMARY KEY,
  short_code VARCHAR(8) NOT NULL REFERENCES urls(short_code),
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);
CREATE INDEX idempotency_keys_code ON idempotency_keys(short_code);
