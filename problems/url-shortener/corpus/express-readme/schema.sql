DROP TABLE IF EXISTS links;

CREATE EXTENSION IF NOT EXISTS "uuid-ossp";

CREATE TABLE links (
  id UUID PRIMARY KEY DEFAULT uuid_generate_v4(),
  code VARCHAR(10) UNIQUE NOT NULL,
  original_url TEXT NOT NULL,
  clicks INT DEFAULT 0,
  idempotency_key VARCHAR(255) UNIQUE,
  created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

INSERT INTO links (code, original_url) VALUES ('google', 'https://google.com');
