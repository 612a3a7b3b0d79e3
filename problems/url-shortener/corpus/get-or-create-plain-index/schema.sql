CREATE TABLE shortener_link (
    id              bigserial PRIMARY KEY,
    code            varchar(8) NOT NULL UNIQUE,
    target          text NOT NULL,
    owner_id        integer NOT NULL,
    idempotency_key varchar(100) NOT NULL,
    hits            bigint NOT NULL DEFAULT 0,
    created         timestamp with time zone NOT NULL DEFAULT now()
);

CREATE INDEX shortener_link_owner_created ON shortener_link (owner_id, created DESC);
CREATE INDEX shortener_link_idem ON shortener_link (owner_id, idempotency_key);
