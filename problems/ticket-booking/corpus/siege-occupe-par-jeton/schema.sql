-- PostgreSQL

CREATE TABLE evenement (
    id          SERIAL PRIMARY KEY,
    nom         VARCHAR(200) NOT NULL,
    date_debut  TIMESTAMPTZ NOT NULL
);

CREATE TABLE client (
    id      SERIAL PRIMARY KEY,
    nom     VARCHAR(120) NOT NULL,
    courriel VARCHAR(200) NOT NULL UNIQUE
);

CREATE TABLE siege (
    id            SERIAL PRIMARY KEY,
    evenement_id  INT NOT NULL REFERENCES evenement(id),
    bloc          VARCHAR(20) NOT NULL,
    rang          VARCHAR(10) NOT NULL,
    numero        INT NOT NULL,
    prix          NUMERIC(8,2) NOT NULL,
    UNIQUE (evenement_id, bloc, rang, numero)
);

-- Au plus UNE ligne par siège : c'est la clé primaire qui le garantit.
-- Pas de ligne = siège jamais touché = libre.
CREATE TABLE occupation (
    siege_id   INT PRIMARY KEY REFERENCES siege(id),
    client_id  INT NOT NULL REFERENCES client(id),
    jeton      UUID NOT NULL UNIQUE,
    etat       VARCHAR(10) NOT NULL CHECK (etat IN ('RETENUE', 'VENDUE')),
    expire_a   TIMESTAMPTZ,
    CHECK ((etat = 'RETENUE') = (expire_a IS NOT NULL))
);

CREATE TABLE billet (
    id               SERIAL PRIMARY KEY,
    siege_id         INT NOT NULL UNIQUE REFERENCES siege(id),
    client_id        INT NOT NULL REFERENCES client(id),
    jeton            UUID NOT NULL UNIQUE,
    cle_idempotence  VARCHAR(80) NOT NULL UNIQUE,
    ref_paiement     VARCHAR(80) NOT NULL,
    cree_a           TIMESTAMPTZ NOT NULL DEFAULT now()
);
