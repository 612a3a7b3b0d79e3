CREATE TABLE evenement (
    id    SERIAL PRIMARY KEY,
    nom   VARCHAR(200) NOT NULL,
    date  TIMESTAMPTZ
);

CREATE TABLE client (
    id    SERIAL PRIMARY KEY,
    nom   VARCHAR(100),
    email VARCHAR(200)
);

CREATE TABLE siege (
    id             SERIAL PRIMARY KEY,
    evenement_id   INTEGER NOT NULL REFERENCES evenement(id),
    rang           VARCHAR(4) NOT NULL,
    numero         INTEGER NOT NULL,
    prix_centimes  INTEGER NOT NULL DEFAULT 0,
    jeton          UUID UNIQUE,                        -- identifiant du blocage en cours
    bloque_par     INTEGER REFERENCES client(id),
    bloque_jusqua  TIMESTAMPTZ,
    vendu_a        INTEGER REFERENCES client(id),      -- NULL = pas vendu
    UNIQUE (evenement_id, rang, numero)
);

CREATE TABLE billet (
    id          SERIAL PRIMARY KEY,
    siege_id    INTEGER NOT NULL REFERENCES siege(id),
    jeton       UUID NOT NULL UNIQUE,                  -- un blocage = au plus un billet
    client_id   INTEGER NOT NULL REFERENCES client(id),
    paiement_id VARCHAR(64) NOT NULL,
    capture_le  TIMESTAMPTZ,
    emis_le     TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX billet_siege ON billet (siege_id);
