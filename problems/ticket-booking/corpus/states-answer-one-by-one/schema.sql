CREATE TABLE veranstaltung (
    id      BIGINT PRIMARY KEY,
    titel   TEXT NOT NULL,
    beginn  TIMESTAMPTZ NOT NULL
);

CREATE TABLE kunde (
    id     BIGINT PRIMARY KEY,
    name   TEXT NOT NULL,
    email  TEXT NOT NULL
);

CREATE TABLE platz (
    id               BIGINT PRIMARY KEY,
    veranstaltung_id BIGINT NOT NULL REFERENCES veranstaltung(id),
    reihe            TEXT NOT NULL,
    nummer           INTEGER NOT NULL,
    preis_cent       INTEGER NOT NULL,
    UNIQUE (veranstaltung_id, reihe, nummer)
);

CREATE TABLE reservierung (
    id            UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    platz_id      BIGINT NOT NULL REFERENCES platz(id),
    kunde_id      BIGINT NOT NULL REFERENCES kunde(id),
    status        TEXT NOT NULL CHECK (status IN ('RESERVIERT', 'IN_ZAHLUNG', 'GEBUCHT', 'ABGELAUFEN')),
    gueltig_bis   TIMESTAMPTZ NOT NULL,
    versuch       INTEGER NOT NULL DEFAULT 1,      -- wievielter Zahlungsversuch
    zahlung_seit  TIMESTAMPTZ,
    zahlungsref   TEXT,
    gebucht_am    TIMESTAMPTZ,
    angelegt_am   TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Sicherheitsnetz: höchstens eine "lebende" Reservierung je Platz
CREATE UNIQUE INDEX reservierung_platz_belegt ON reservierung (platz_id)
    WHERE status IN ('RESERVIERT', 'IN_ZAHLUNG', 'GEBUCHT');

CREATE INDEX reservierung_offen ON reservierung (gueltig_bis)
    WHERE status IN ('RESERVIERT', 'IN_ZAHLUNG');
