CREATE TABLE seance (
    seance_id  serial PRIMARY KEY,
    film       varchar(200) NOT NULL,
    debut      timestamptz NOT NULL
);

CREATE TABLE siege (
    siege_id   serial PRIMARY KEY,
    seance_id  integer NOT NULL REFERENCES seance,
    rangee     char(1) NOT NULL,
    numero     integer NOT NULL,
    UNIQUE (seance_id, rangee, numero)
);

-- une seule retenue par siège
CREATE TABLE reservation (
    reservation_id  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    siege_id        integer NOT NULL UNIQUE REFERENCES siege,
    utilisateur     varchar(100) NOT NULL,
    expire_le       timestamptz NOT NULL
);

CREATE TABLE billet (
    billet_id       serial PRIMARY KEY,
    siege_id        integer NOT NULL UNIQUE REFERENCES siege,
    utilisateur     varchar(100) NOT NULL,
    cle_idempotence varchar(100) UNIQUE
);
