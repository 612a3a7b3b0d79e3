CREATE TABLE users (
  id    SERIAL PRIMARY KEY,
  name  TEXT NOT NULL
);

CREATE TABLE links (
  id              SERIAL PRIMARY KEY,
  code            VARCHAR(6) NOT NULL,
  url             TEXT NOT NULL,
  user_id         INT NOT NULL REFERENCES users(id),
  idempotency_key VARCHAR(64) NOT NULL,
  created_at      TIMESTAMPTZ DEFAULT NOW(),
  UNIQUE (user_id, idempotency_key)
);

CREATE INDEX links_code_idx ON links (code);
CREATE INDEX links_user_idx ON links (user_id, created_at DESC);
