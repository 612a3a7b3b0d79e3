CREATE TABLE short_urls (
    hash        CHAR(8) PRIMARY KEY,
    target      TEXT NOT NULL,
    account_id  BIGINT NOT NULL DEFAULT 0,
    idem        UUID,
    created     TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX CONCURRENTLY short_urls_idem ON short_urls (idem) WHERE idem IS NOT NULL;
CREATE INDEX short_urls_account ON short_urls USING btree (account_id, created DESC);
