CREATE TABLE eventos (
    id        BIGSERIAL PRIMARY KEY,
    nome      TEXT NOT NULL,
    data_hora TIMESTAMPTZ NOT NULL
);

CREATE TABLE usuarios (
    id    BIGSERIAL PRIMARY KEY,
    nome  TEXT NOT NULL,
    email TEXT NOT NULL UNIQUE
);

CREATE TABLE assentos (
    id             BIGSERIAL PRIMARY KEY,
    evento_id      BIGINT NOT NULL REFERENCES eventos(id),
    fileira        VARCHAR(10) NOT NULL,
    numero         INT NOT NULL,
    preco_centavos INT NOT NULL,
    UNIQUE (evento_id, fileira, numero)
);

-- a reserva nasce PENDENTE (2 minutos) e vira CONFIRMADA (compra) ou EXPIRADA/CANCELADA
CREATE TABLE reservas (
    id            UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    assento_id    BIGINT NOT NULL REFERENCES assentos(id),
    usuario_id    BIGINT NOT NULL REFERENCES usuarios(id),
    status        VARCHAR(12) NOT NULL DEFAULT 'PENDENTE'
                  CHECK (status IN ('PENDENTE', 'CONFIRMADA', 'EXPIRADA', 'CANCELADA')),
    criada_em     TIMESTAMPTZ NOT NULL DEFAULT now(),
    expira_em     TIMESTAMPTZ NOT NULL,
    confirmada_em TIMESTAMPTZ
);
CREATE UNIQUE INDEX uq_reserva_ativa ON reservas (assento_id)
    WHERE status IN ('PENDENTE', 'CONFIRMADA');

CREATE TABLE pagamentos (
    id             UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    reserva_id     UUID NOT NULL REFERENCES reservas(id),
    valor_centavos INT NOT NULL,
    status         VARCHAR(12) NOT NULL
                   CHECK (status IN ('INICIADO', 'PAGO', 'RECUSADO', 'ESTORNADO')),
    criado_em      TIMESTAMPTZ NOT NULL DEFAULT now()
);
-- um pagamento em andamento ou pago por reserva
CREATE UNIQUE INDEX uq_pagamento_reserva ON pagamentos (reserva_id)
    WHERE status IN ('INICIADO', 'PAGO');
