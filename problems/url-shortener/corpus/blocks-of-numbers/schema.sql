-- Hands out blocks of numbers to the API nodes. Exactly one row.
CREATE TABLE code_allocator (
    allocator_id  smallint PRIMARY KEY CHECK (allocator_id = 1),
    next_value    bigint   NOT NULL
);
INSERT INTO code_allocator (allocator_id, next_value) VALUES (1, 1);

CREATE TABLE short_link (
    code         text        COLLATE "C" PRIMARY KEY,
    target_url   text        NOT NULL,
    owner_id     uuid        NOT NULL,
    created_utc  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ck_short_link_code CHECK (code ~ '^[0-9A-Za-z]{7}$'),
    CONSTRAINT ck_short_link_url  CHECK (char_length(target_url) BETWEEN 1 AND 4096)
);

CREATE INDEX ix_short_link_owner_created
    ON short_link (owner_id, created_utc DESC, code DESC);

-- What we promised to whom. Written in the same transaction as short_link.
CREATE TABLE shorten_request (
    owner_id         uuid        NOT NULL,
    idempotency_key  text        NOT NULL CHECK (char_length(idempotency_key) BETWEEN 1 AND 200),
    request_sha256   bytea       NOT NULL,
    code             text        COLLATE "C" NOT NULL
                     REFERENCES short_link (code) DEFERRABLE INITIALLY DEFERRED,
    created_utc      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (owner_id, idempotency_key)
);

-- Reporting only; approximate. See design.
CREATE TABLE link_visits_daily (
    code    text   COLLATE "C" NOT NULL REFERENCES short_link (code),
    day     date   NOT NULL,
    visits  bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (code, day)
);
