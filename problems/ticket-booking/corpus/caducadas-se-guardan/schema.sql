-- Entradas

CREATE TABLE eventos (
  id         BIGSERIAL PRIMARY KEY,
  nombre     VARCHAR(150) NOT NULL,
  fecha      TIMESTAMPTZ NOT NULL
);

CREATE TABLE usuarios (
  id         BIGSERIAL PRIMARY KEY,
  email      VARCHAR(255) NOT NULL UNIQUE
);

CREATE TABLE asientos (
  id         BIGSERIAL PRIMARY KEY,
  evento_id  BIGINT NOT NULL REFERENCES eventos(id),
  fila       VARCHAR(5) NOT NULL,
  numero     INT NOT NULL,
  UNIQUE (evento_id, fila, numero)
);

CREATE TABLE reservas (
  id             BIGSERIAL PRIMARY KEY,
  asiento_id     BIGINT NOT NULL REFERENCES asientos(id),
  usuario_id     BIGINT NOT NULL REFERENCES usuarios(id),
  estado         VARCHAR(12) NOT NULL DEFAULT 'retenida'
                 CHECK (estado IN ('retenida', 'confirmada', 'caducada')),
  caduca_en      TIMESTAMPTZ NOT NULL,
  pago_ref       VARCHAR(80),
  confirmada_en  TIMESTAMPTZ,
  created_at     TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- un asiento no se puede reservar dos veces
CREATE UNIQUE INDEX idx_reservas_asiento ON reservas (asiento_id);
CREATE INDEX idx_reservas_caducan ON reservas (caduca_en) WHERE estado = 'retenida';
