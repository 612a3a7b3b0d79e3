CREATE TABLE kunden (
  id    SERIAL PRIMARY KEY,
  name  TEXT NOT NULL
);

CREATE TABLE veranstaltungen (
  id    SERIAL PRIMARY KEY,
  titel TEXT NOT NULL
);

CREATE TABLE plaetze (
  id                SERIAL PRIMARY KEY,
  veranstaltung_id  INT NOT NULL REFERENCES veranstaltungen(id),
  platz_name        TEXT NOT NULL,
  status            TEXT NOT NULL DEFAULT 'frei' CHECK (status IN ('frei', 'gehalten', 'gebucht')),
  halte_id          UUID UNIQUE,
  gehalten_von      INT REFERENCES kunden(id),
  gehalten_bis      TIMESTAMPTZ,
  UNIQUE (veranstaltung_id, platz_name)
);

CREATE TABLE buchungen (
  id        SERIAL PRIMARY KEY,
  platz_id  INT NOT NULL UNIQUE REFERENCES plaetze(id),
  kunde_id  INT NOT NULL REFERENCES kunden(id),
  halte_id  UUID NOT NULL UNIQUE
);
