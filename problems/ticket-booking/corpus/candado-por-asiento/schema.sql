-- clientes, eventos y asientos los carga el organizador
CREATE TABLE clientes (
  id      SERIAL PRIMARY KEY,
  nombre  VARCHAR(100) NOT NULL,
  email   VARCHAR(150) UNIQUE
);

CREATE TABLE eventos (
  id      SERIAL PRIMARY KEY,
  titulo  VARCHAR(150) NOT NULL,
  fecha   TIMESTAMPTZ NOT NULL
);

CREATE TABLE asientos (
  id         SERIAL PRIMARY KEY,
  evento_id  INTEGER NOT NULL REFERENCES eventos(id),
  fila       VARCHAR(5) NOT NULL,
  numero     INTEGER NOT NULL,
  precio     NUMERIC(10,2) NOT NULL DEFAULT 0,
  UNIQUE (evento_id, fila, numero)
);

CREATE TABLE reservas (
  id         SERIAL PRIMARY KEY,
  asiento_id INTEGER NOT NULL REFERENCES asientos(id),
  cliente_id INTEGER NOT NULL REFERENCES clientes(id),
  creada_en  TIMESTAMPTZ NOT NULL DEFAULT now(),
  vence_en   TIMESTAMPTZ NOT NULL
);
CREATE INDEX reservas_asiento_idx ON reservas (asiento_id, vence_en);

CREATE TABLE compras (
  id          SERIAL PRIMARY KEY,
  reserva_id  INTEGER NOT NULL UNIQUE REFERENCES reservas(id),
  asiento_id  INTEGER NOT NULL UNIQUE REFERENCES asientos(id),
  cliente_id  INTEGER NOT NULL REFERENCES clientes(id),
  pago_ref    VARCHAR(100) NOT NULL,
  creada_en   TIMESTAMPTZ NOT NULL DEFAULT now()
);
