CREATE TABLE short_urls (
    code             VARCHAR(7)  PRIMARY KEY,
    original_url     TEXT        NOT NULL,
    idempotency_key  UUID        NULL,
    created_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT uq_short_urls_idempotency_key UNIQUE (idempotency_key)
);
