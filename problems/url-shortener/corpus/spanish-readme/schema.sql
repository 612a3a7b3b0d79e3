CREATE TABLE enlaces (
    codigo VARCHAR(7) PRIMARY KEY,
    url_original TEXT NOT NULL,
    clave_idempotencia TEXT UNIQUE,
    usuario TEXT,
    creado_en TIMESTAMP NOT NULL DEFAULT NOW()
);
