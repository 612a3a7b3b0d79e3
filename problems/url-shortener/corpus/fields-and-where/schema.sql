CREATE TABLE code_counter (
  name        text PRIMARY KEY,
  next_value  bigint NOT NULL
);
INSERT INTO code_counter (name, next_value) VALUES ('links', 1);

CREATE TABLE links (
  code          text PRIMARY KEY,
  account_id    text NOT NULL,
  client_token  text NOT NULL,
  long_url      text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now(),
  UNIQUE (account_id, client_token)
);

CREATE INDEX links_by_account ON links (account_id, created_at DESC, code);
