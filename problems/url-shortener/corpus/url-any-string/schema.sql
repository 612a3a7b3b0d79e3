CREATE TABLE urls (
  id SERIAL PRIMARY KEY,
  short_url VARCHAR(10) NOT NULL UNIQUE,
  long_url TEXT NOT NULL,
  idempotency_key TEXT UNIQUE
);
