CREATE TABLE eventos (id SERIAL PRIMARY KEY, nombre TEXT NOT NULL);
CREATE TABLE asientos (
    id SERIAL PRIMARY KEY,
    evento_id INT NOT NULL REFERENCES eventos(id),
    numero TEXT NOT NULL,
    estado TEXT NOT NULL DEFAULT 'libre' CHECK (estado IN ('libre','retenido','vendido')),
    reserva_id UUID UNIQUE,
    retenido_hasta TIMESTAMPTZ,
    usuario_id TEXT
);
CREATE TABLE compras (
    id SERIAL PRIMARY KEY,
    asiento_id INT NOT NULL UNIQUE REFERENCES asientos(id),
    usuario_id TEXT,
    clave_idempotencia TEXT UNIQUE
);
