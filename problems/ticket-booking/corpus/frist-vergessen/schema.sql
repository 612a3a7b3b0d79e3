CREATE TABLE personen (
    id      SERIAL PRIMARY KEY,
    name    VARCHAR(100) NOT NULL,
    email   VARCHAR(200) UNIQUE
);

CREATE TABLE veranstaltungen (
    id      SERIAL PRIMARY KEY,
    titel   VARCHAR(200) NOT NULL,
    beginn  TIMESTAMPTZ NOT NULL
);

CREATE TABLE plaetze (
    id               SERIAL PRIMARY KEY,
    veranstaltung_id INT NOT NULL REFERENCES veranstaltungen(id),
    reihe            VARCHAR(5) NOT NULL,
    nummer           INT NOT NULL,
    preis_cent       INT NOT NULL,
    status           VARCHAR(10) NOT NULL DEFAULT 'frei'
                     CHECK (status IN ('frei', 'gehalten', 'verkauft')),
    halte_id         UUID UNIQUE,
    gehalten_von     INT REFERENCES personen(id),
    gehalten_bis     TIMESTAMPTZ,
    UNIQUE (veranstaltung_id, reihe, nummer)
);

CREATE TABLE buchungen (
    id              SERIAL PRIMARY KEY,
    platz_id        INT NOT NULL UNIQUE REFERENCES plaetze(id),
    person_id       INT NOT NULL REFERENCES personen(id),
    halte_id        UUID NOT NULL UNIQUE,
    idempotency_key UUID NOT NULL UNIQUE,
    gebucht_am      TIMESTAMPTZ NOT NULL DEFAULT now()
);
