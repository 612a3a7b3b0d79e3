CREATE TABLE eventos (
    id UUID PRIMARY KEY,
    nome TEXT NOT NULL,
    data TIMESTAMPTZ NOT NULL
);

CREATE TABLE usuarios (
    id UUID PRIMARY KEY,
    nome TEXT NOT NULL,
    email TEXT
);

CREATE TABLE assentos (
    id UUID PRIMARY KEY,
    evento_id UUID NOT NULL REFERENCES eventos (id),
    fila TEXT NOT NULL,
    numero INTEGER NOT NULL,
    preco_centavos INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'LIVRE',   -- LIVRE | RESERVADO | VENDIDO
    reserva_id UUID,
    usuario_id UUID REFERENCES usuarios (id),
    reservado_ate TIMESTAMPTZ,
    UNIQUE (evento_id, fila, numero)
);

CREATE TABLE vendas (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    assento_id UUID NOT NULL REFERENCES assentos (id),
    usuario_id UUID NOT NULL REFERENCES usuarios (id),
    reserva_id UUID NOT NULL UNIQUE,
    pagamento_ref TEXT,
    criado_em TIMESTAMPTZ NOT NULL DEFAULT now()
);
