CREATE TABLE short_link (
    code        CHAR(7)      PRIMARY KEY,
    owner_id    BIGINT       NOT NULL,
    url         TEXT         NOT NULL,
    url_sha256  BYTEA        NOT NULL,
    created_at  TIMESTAMPTZ  NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT short_link_owner_url_uk UNIQUE (owner_id, url_sha256),
    CONSTRAINT short_link_sha_len CHECK (octet_length(url_sha256) = 32)
);

CREATE INDEX short_link_owner_created_ix ON short_link (owner_id, created_at DESC, code DESC);
