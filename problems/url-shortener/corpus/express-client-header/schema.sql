-- links: one row per short link, never updated, never deleted
CREATE TABLE links (
  code            varchar(7)  PRIMARY KEY,
  url             text        NOT NULL,
  client_id       varchar(64) NOT NULL DEFAULT 'anonymous',
  idempotency_key uuid        NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT links_code_format CHECK (code ~ '^[A-Za-z0-9]{7}$'),
  CONSTRAINT links_idem UNIQUE (client_id, idempotency_key)
);

-- "my links", newest first
CREATE INDEX links_mine_idx ON links (client_id, created_at DESC, code DESC);

-- rolled up by a job, only for statistics
CREATE TABLE link_visits_daily (
  code   varchar(7) NOT NULL REFERENCES links(code),
  day    date       NOT NULL,
  visits bigint     NOT NULL DEFAULT 0,
  PRIMARY KEY (code, day)
);
