CREATE TABLE members (
    id          SERIAL PRIMARY KEY,
    name        TEXT NOT NULL,
    api_key     TEXT NOT NULL UNIQUE
);

CREATE TABLE short_links (
    id               BIGSERIAL PRIMARY KEY,
    token            VARCHAR(9) NOT NULL,
    long_url         TEXT NOT NULL,
    member_id        INTEGER REFERENCES members (id),
    idempotency_key  UUID,
    created_at       TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX short_links_token_unique ON short_links (token);
CREATE UNIQUE INDEX short_links_idem_unique  ON short_links (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX short_links_member_idx          ON short_links (member_id, id DESC);

CREATE TABLE daily_clicks (
    short_link_id  BIGINT NOT NULL REFERENCES short_links (id),
    day            DATE   NOT NULL,
    clicks         BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (short_link_id, day)
);
