CREATE TABLE usuarios (
    id      SERIAL PRIMARY KEY,
    correo  TEXT NOT NULL UNIQUE
);

-- un enlace por URL, para todos
CREATE TABLE enlaces (
    id         BIGSERIAL PRIMARY KEY,
    codigo     VARCHAR(10) NOT NULL UNIQUE,
    url        TEXT NOT NULL,
    huella     CHAR(64) NOT NULL UNIQUE,       -- sha256 de la URL
    creado_en  TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- quién acortó qué (para el listado)
CREATE TABLE enlaces_de_usuario (
    usuario_id INT NOT NULL REFERENCES usuarios(id),
    enlace_id  BIGINT NOT NULL REFERENCES enlaces(id),
    creado_en  TIMESTAMPTZ NOT NULL DEFAULT now(),
    PRIMARY KEY (usuario_id, enlace_id)
);
CREATE INDEX ON enlaces_de_usuario (usuario_id, creado_en DESC);
