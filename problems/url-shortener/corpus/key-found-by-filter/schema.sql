CREATE TABLE shortener_user (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email         varchar(254) NOT NULL UNIQUE,
    api_token     varchar(64)  NOT NULL UNIQUE,
    date_joined   timestamptz  NOT NULL DEFAULT now()
);

CREATE TABLE shortener_link (
    id               bigserial PRIMARY KEY,
    code             varchar(8)   NOT NULL UNIQUE,
    url              varchar(2000) NOT NULL,
    user_id          uuid         NOT NULL REFERENCES shortener_user(id),
    idempotency_key  varchar(100),           -- opcional
    created_at       timestamptz  NOT NULL DEFAULT now()
);

-- para buscar reintentos
CREATE INDEX shortener_link_idem_idx ON shortener_link (user_id, idempotency_key);
-- para el listado
CREATE INDEX shortener_link_user_created_idx ON shortener_link (user_id, created_at DESC);
