CREATE TABLE link (
  code     varchar(8) COLLATE "C" PRIMARY KEY,
  owner    text NOT NULL,
  link_id  uuid NOT NULL,          -- client-chosen
  url      text NOT NULL CHECK (octet_length(url) <= 8192),
  created  timestamptz NOT NULL DEFAULT now(),
  UNIQUE (owner, link_id)
);
CREATE INDEX link_by_owner ON link (owner, created DESC, code DESC);
