-- Venta de entradas
CREATE TABLE eventos (
  id SERIAL PRIMARY KEY,
  nombre VARCHAR(120) NOT NULL,
  fecha TIMESTAMPTZ NOT NULL
);

CREATE TABLE asientos (
  id SERIAL PRIMARY KEY,
  evento_id INT NOT NULL REFERENCES eventos(id),
  fila CHAR(2) NOT NULL,
  numero SMALLINT NOT NULL,
  estado VARCHAR(12) NOT NULL DEFAULT 'libre' CHECK (estado IN ('libre', 'retenido', 'vendido')),
  retenido_hasta TIMESTAMPTZ,
  usuario_id INT,
  UNIQUE (evento_id, fila, numero)
);

CREATE TABLE compras (
  id SERIAL PRIMARY KEY,
  asiento_id INT NOT NULL UNIQUE REFERENCES asientos(id),
  usuario_id INT NOT NULL,
  clave_idempotencia UUID UNIQUE,
  creada_en TIMESTAMPTZ NOT NULL DEFAULT now()
);
