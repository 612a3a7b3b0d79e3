CREATE TABLE clients (
  id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text NOT NULL,
  api_key    text NOT NULL UNIQUE
);

INSERT INTO clients (name, api_key) VALUES ('demo', 'demo-key'), ('demo 2', 'demo-key-2');

CREATE TABLE links (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client_id   uuid NOT NULL REFERENCES clients(id),
  code        varchar(10) NOT NULL,
  original    text NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX links_code_key ON links (code);
CREATE INDEX links_client_idx ON links (client_id, id DESC);

CREATE TABLE idempotency_responses (
  client_id    uuid NOT NULL REFERENCES clients(id),
  key          text NOT NULL,
  body_hash    text NOT NULL,
  status       int  NOT NULL,
  response     jsonb NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (client_id, key)
);
