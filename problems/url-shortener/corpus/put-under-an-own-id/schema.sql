CREATE TABLE accounts (
  id           uuid PRIMARY KEY,
  api_key_hash bytea NOT NULL UNIQUE,
  inserted_at  timestamp(0) NOT NULL
);

CREATE TABLE links (
  account_id   uuid NOT NULL REFERENCES accounts (id),
  id           uuid NOT NULL,            -- chosen by the client
  code         varchar(10) NOT NULL,
  url          text NOT NULL,
  inserted_at  timestamp(0) NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  PRIMARY KEY (account_id, id)
);

CREATE UNIQUE INDEX links_code_index ON links (code);
CREATE INDEX links_account_id_inserted_at_index ON links (account_id, inserted_at DESC);
