CREATE TABLE redirect_types (id SMALLINT PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO redirect_types VALUES (1, 'temporary'), (2, 'permanent');
CREATE TABLE links (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code VARCHAR(8) NOT NULL UNIQUE,
  url TEXT NOT NULL,
  type_id SMALLINT NOT NULL DEFAULT 1 REFERENCES redirect_types(id),
  author VARCHAR(40),
  idempotency_key VARCHAR(64) UNIQUE,
  created_at TIMESTAMPTZ NOT NULL DEFAULT NOW()
);
CREATE INDEX ON links(author, created_at DESC);
CREATE INDEX ON links(type_id);
