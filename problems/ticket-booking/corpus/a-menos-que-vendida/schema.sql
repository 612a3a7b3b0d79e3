CREATE TABLE funciones (id SERIAL PRIMARY KEY, obra TEXT NOT NULL);
CREATE TABLE butacas (
  id SERIAL PRIMARY KEY,
  funcion_id INT NOT NULL REFERENCES funciones (id),
  fila TEXT NOT NULL, numero INT NOT NULL,
  estado TEXT NOT NULL DEFAULT 'LIBRE' CHECK (estado IN ('LIBRE', 'RETENIDA', 'VENDIDA')),
  retenida_por INT, retenida_hasta TIMESTAMPTZ, retencion_id UUID UNIQUE
);
CREATE TABLE ventas (
  id SERIAL PRIMARY KEY,
  butaca_id INT NOT NULL UNIQUE REFERENCES butacas (id),
  cliente_id INT NOT NULL,
  clave_idempotencia UUID NOT NULL UNIQUE
);
