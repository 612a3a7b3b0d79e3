CREATE TABLE accounts (account_id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text UNIQUE NOT NULL);
CREATE TABLE destinations (
  destination_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  href text NOT NULL
);
CREATE TABLE aliases (
  alias text PRIMARY KEY,
  destination_id uuid NOT NULL REFERENCES destinations,
  account_id uuid REFERENCES accounts,
  request_id uuid UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON aliases (destination_id);
CREATE INDEX ON aliases (account_id, created_at DESC, alias DESC);
