-- migrations/0001_init.up.sql
CREATE TABLE api_clients (
    id          bigserial PRIMARY KEY,
    name        text NOT NULL,
    token_hash  bytea NOT NULL UNIQUE,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- start high enough that the shortest code has 5 characters
CREATE SEQUENCE link_id_seq START WITH 15000000;

CREATE TABLE links (
    id               bigint PRIMARY KEY DEFAULT nextval('link_id_seq'),
    code             text   NOT NULL,
    url              text   NOT NULL CHECK (length(url) <= 4096),
    client_id        bigint NOT NULL REFERENCES api_clients (id),
    idempotency_key  text   NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT links_code_key UNIQUE (code),
    CONSTRAINT links_client_idem_key UNIQUE (client_id, idempotency_key)
);

CREATE INDEX links_client_newest ON links (client_id, id DESC);
