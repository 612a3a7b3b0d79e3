-- V1__init.sql (Flyway)

CREATE TABLE short_link
(
    code            VARCHAR(11)   NOT NULL,
    long_url        VARCHAR(4096) NOT NULL,
    owner           VARCHAR(100),
    idempotency_key UUID          NOT NULL,
    created_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT pk_short_link PRIMARY KEY (code),
    CONSTRAINT uk_short_link_idempotency_key UNIQUE (idempotency_key)
);

CREATE INDEX ix_short_link_owner_created ON short_link (owner, created_at DESC, code DESC)
    WHERE owner IS NOT NULL;

-- one row per running instance, gives it its node number
CREATE TABLE node_lease
(
    node_id      SMALLINT NOT NULL PRIMARY KEY CHECK (node_id BETWEEN 0 AND 63),
    holder       VARCHAR(100),
    leased_until TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT '-infinity'
);

INSERT INTO node_lease (node_id)
SELECT generate_series(0, 63);
