-- V1__create_short_url.sql (Flyway)
CREATE TABLE app_user (
    id          UUID PRIMARY KEY,
    email       VARCHAR(255) NOT NULL UNIQUE
);

CREATE TABLE short_url (
    code        VARCHAR(16) PRIMARY KEY,
    target_url  VARCHAR(2048) NOT NULL,
    owner_id    UUID NOT NULL REFERENCES app_user (id),
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_short_url_owner_created ON short_url (owner_id, created_at DESC);

-- V2__idempotency.sql
CREATE TABLE idempotency_record (
    owner_id      UUID NOT NULL REFERENCES app_user (id),
    idem_key      VARCHAR(64) NOT NULL,
    request_hash  CHAR(64) NOT NULL,
    code          VARCHAR(16) REFERENCES short_url (code),
    created_at    TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (owner_id, idem_key)
);
