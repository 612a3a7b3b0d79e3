CREATE TYPE link_state AS ENUM ('active', 'disabled');

CREATE TABLE links (
    id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
    hash       text        NOT NULL,
    dst        text        NOT NULL CHECK (dst ~ '^https?://'),
    state      link_state  NOT NULL DEFAULT 'active',
    dedupe_key text,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT links_hash_key UNIQUE (hash)
);

CREATE UNIQUE INDEX links_dedupe_key ON links (dedupe_key) WHERE dedupe_key IS NOT NULL;
