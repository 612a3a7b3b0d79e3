-- what "python manage.py sqlmigrate" would give, tidied up

CREATE TABLE shortener_profile (
    id          bigserial PRIMARY KEY,
    username    varchar(150) NOT NULL UNIQUE,
    token       varchar(64)  NOT NULL UNIQUE
);

CREATE TABLE shortener_link (
    id          bigserial PRIMARY KEY,
    owner_id    bigint NOT NULL REFERENCES shortener_profile (id),
    client_id   uuid NOT NULL,
    code        varchar(8) NOT NULL,
    url         varchar(2083) NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT uniq_owner_client_id UNIQUE (owner_id, client_id),
    CONSTRAINT uniq_code UNIQUE (code),
    CONSTRAINT code_alphabet CHECK (code ~ '^[0-9abcdefghjkmnpqrstvwxyz]{8}$')
);

CREATE INDEX link_owner_newest ON shortener_link (owner_id, created_at DESC, id DESC);
