CREATE TABLE evento (
    id      BIGINT PRIMARY KEY,
    nome    TEXT NOT NULL,
    data    TIMESTAMPTZ
);

CREATE TABLE posto (
    id        BIGINT PRIMARY KEY,
    evento_id BIGINT NOT NULL REFERENCES evento (id),
    settore   TEXT NOT NULL,
    fila      TEXT NOT NULL,
    numero    INT  NOT NULL,
    prezzo    NUMERIC(8, 2) NOT NULL
);

CREATE TABLE utente (
    id    BIGINT PRIMARY KEY,
    email TEXT NOT NULL
);

CREATE TABLE blocco (
    id         UUID PRIMARY KEY,
    posto_id   BIGINT NOT NULL REFERENCES posto (id),
    utente_id  BIGINT NOT NULL REFERENCES utente (id),
    creato_il  TIMESTAMPTZ NOT NULL DEFAULT now(),
    scade_il   TIMESTAMPTZ NOT NULL
);
CREATE INDEX ix_blocco_posto ON blocco (posto_id, scade_il);

CREATE TABLE prenotazione (
    id            BIGSERIAL PRIMARY KEY,
    blocco_id     UUID   NOT NULL UNIQUE REFERENCES blocco (id),
    posto_id      BIGINT NOT NULL UNIQUE REFERENCES posto (id),
    utente_id     BIGINT NOT NULL REFERENCES utente (id),
    autorizzazione TEXT  NOT NULL,
    incassata     BOOLEAN NOT NULL DEFAULT FALSE,
    creata_il     TIMESTAMPTZ NOT NULL DEFAULT now()
);
