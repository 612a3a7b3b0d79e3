CREATE TABLE links (
  slug VARCHAR(7) PRIMARY KEY,
  url VARCHAR(2048) NOT NULL CHECK (length(url) >= 4),
  idempotency_key VARCHAR(64) UNIQUE
);
