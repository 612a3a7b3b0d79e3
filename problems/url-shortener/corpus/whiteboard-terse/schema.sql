CREATE TABLE urls (
  id BIGSERIAL PRIMARY KEY,
  short_code VARCHAR(7) UNIQUE NOT NULL,
  long_url TEXT NOT NULL,
  user_id BIGINT,
  idempotency_key UUID UNIQUE,
  created_at TIMESTAMP DEFAULT NOW()
);
CREATE INDEX ON urls(user_id);
