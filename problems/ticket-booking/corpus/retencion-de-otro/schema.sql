CREATE TABLE eventos (
    id          BIGSERIAL PRIMARY KEY,
    nombre      VARCHAR(200) NOT NULL,
    fecha       TIMESTAMPTZ NOT NULL
);

CREATE TABLE usuarios (
    id          BIGSERIAL PRIMARY KEY,
    nombre      VARCHAR(200) NOT NULL,
    email       VARCHAR(200) NOT NULL UNIQUE
);

CREATE TABLE asientos (
    id              BIGSERIAL PRIMARY KEY,
    evento_id       BIGINT NOT NULL REFERENCES eventos(id),
    fila            VARCHAR(5) NOT NULL,
    numero          INT NOT NULL,
    precio          NUMERIC(12,2) NOT NULL DEFAULT 0,
    estado          VARCHAR(10) NOT NULL DEFAULT 'LIBRE' CHECK (estado IN ('LIBRE','RETENIDO','VENDIDO')),
    retenido_hasta  TIMESTAMPTZ,
    UNIQUE (evento_id, fila, numero)
);

CREATE TABLE retenciones (
    id          BIGSERIAL PRIMARY KEY,
    asiento_id  BIGINT NOT NULL REFERENCES asientos(id),
    usuario_id  BIGINT NOT NULL REFERENCES usuarios(id),
    creada_at   TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_retenciones_asiento ON retenciones(asiento_id);

CREATE TABLE compras (
    id            BIGSERIAL PRIMARY KEY,
    retencion_id  BIGINT NOT NULL UNIQUE REFERENCES retenciones(id),
    asiento_id    BIGINT NOT NULL UNIQUE REFERENCES asientos(id),
    usuario_id    BIGINT NOT NULL REFERENCES usuarios(id),
    pago_ref      VARCHAR(100),
    monto         NUMERIC(12,2) NOT NULL,
    creada_at     TIMESTAMPTZ NOT NULL DEFAULT now()
);
