CREATE TABLE usuarios (
    id          bigint generated always as identity,
    nome        VARCHAR(120) NOT NULL,
    email       VARCHAR(190) NOT NULL,
    criado_em   timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    unique (email)
);

CREATE TABLE links (
    id                   bigint generated always as identity,
    codigo               CHAR(7) NOT NULL, -- bin: maiúscula != minúscula
    url_original         VARCHAR(2048) NOT NULL,
    usuario_id           BIGINT NOT NULL check (usuario_id >= 0),
    chave_idempotencia   VARCHAR(64) NOT NULL,
    criado_em            timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (id),
    unique (codigo),
    unique (usuario_id, chave_idempotencia),
    CONSTRAINT fk_links_usuario FOREIGN KEY (usuario_id) REFERENCES usuarios (id)
);

create index on links (usuario_id, id);
