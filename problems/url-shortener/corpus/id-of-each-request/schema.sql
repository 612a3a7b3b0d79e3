CREATE TABLE users (
  id SERIAL PRIMARY KEY,
  email VARCHAR(255) UNIQUE
);

CREATE TABLE urls (
  id SERIAL PRIMARY KEY,
  user_id INTEGER,
  short_code VARCHAR(7) NOT NULL UNIQUE,
  original_url TEXT NOT NULL,
  request_id UUID NOT NULL UNIQUE,
  created_at TIMESTAMP DEFAULT NOW()
);

CREATE INDEX idx_urls_user_id ON urls(user_id);
