CREATE SEQUENCE link_id_seq;

CREATE TABLE links (
  id         BIGINT PRIMARY KEY DEFAULT nextval('link_id_seq'),
  code       TEXT NOT NULL,
  url        TEXT NOT NULL,
  tenant_id  TEXT NOT NULL,
  user_id    TEXT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX links_code_uniq ON links (code);
CREATE INDEX links_user_idx ON links (tenant_id, user_id, id DESC);

CREATE TABLE idempotency_keys (
  tenant_id  TEXT NOT NULL,
  user_id    TEXT NOT NULL,
  key        TEXT NOT NULL,
  body_sha   BYTEA NOT NULL,
  link_id    BIGINT REFERENCES links (id),  -- null only inside the creating tx
  created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, user_id, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
