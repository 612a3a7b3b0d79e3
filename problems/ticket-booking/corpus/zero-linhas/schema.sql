CREATE TABLE usuarios (
    id      SERIAL PRIMARY KEY,
    nome    VARCHAR(100) NOT NULL,
    email   VARCHAR(150) UNIQUE
);

CREATE TABLE eventos (
    id      SERIAL PRIMARY KEY,
    nome    VARCHAR(200) NOT NULL,
    data    TIMESTAMPTZ NOT NULL
);

CREATE TABLE assentos (
    id            SERIAL PRIMARY KEY,
    evento_id     INTEGER NOT NULL REFERENCES eventos(id),
    fila          VARCHAR(5) NOT NULL,
    numero        INTEGER NOT NULL,
    preco         NUMERIC(10,2) NOT NULL DEFAULT 0,
    status        VARCHAR(10) NOT NULL DEFAULT 'LIVRE' CHECK (status IN ('LIVRE','RESERVADO','VENDIDO')),
    reserva_id    UUID,
    usuario_id    INTEGER REFERENCES usuarios(id),
    reservado_ate TIMESTAMPTZ,
    UNIQUE (evento_id, fila, numero)
);
CREATE UNIQUE INDEX idx_assentos_reserva ON assentos(reserva_id);

CREATE TABLE compras (
    id            UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    reserva_id    UUID NOT NULL UNIQUE,
    assento_id    INTEGER NOT NULL UNIQUE REFERENCES assentos(id),
    usuario_id    INTEGER NOT NULL REFERENCES usuarios(id),
    pagamento_id  VARCHAR(100) NOT NULL,
    criado_em     TIMESTAMPTZ NOT NULL DEFAULT now()
);
