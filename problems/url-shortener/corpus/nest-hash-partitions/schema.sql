-- Postgres 16

-- Range allocator. One row.
CREATE TABLE code_range (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  next_value bigint  NOT NULL
);
INSERT INTO code_range (next_value) VALUES (1048576);          -- 32^4: codes have 5 characters or more

CREATE TABLE links (
  code       text        COLLATE "C" NOT NULL,
  url        text        NOT NULL,
  owner      text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (code)
) PARTITION BY HASH (code);
CREATE TABLE links_p0 PARTITION OF links FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE links_p1 PARTITION OF links FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE links_p2 PARTITION OF links FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE links_p3 PARTITION OF links FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE INDEX links_owner_newest ON links (owner, created_at DESC, code DESC) WHERE owner IS NOT NULL;

-- Not a column of links: a unique index on a partitioned table has to contain the partition key,
-- UNIQUE (idempotency_key, code) would guarantee nothing.
CREATE TABLE idempotency_keys (
  key          uuid  NOT NULL,
  fingerprint  bytea NOT NULL,      -- sha256 of owner + 0x00 + url
  code         text  COLLATE "C" NOT NULL,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (key)
) PARTITION BY HASH (key);
CREATE TABLE idempotency_keys_p0 PARTITION OF idempotency_keys FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE idempotency_keys_p1 PARTITION OF idempotency_keys FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE idempotency_keys_p2 PARTITION OF idempotency_keys FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE idempotency_keys_p3 PARTITION OF idempotency_keys FOR VALUES WITH (MODULUS 4, REMAINDER 3);
