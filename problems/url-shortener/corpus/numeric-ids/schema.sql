CREATE TABLE links (
  id BIGSERIAL PRIMARY KEY,
  url TEXT NOT NULL,
  idempotency_key TEXT UNIQUE
);
