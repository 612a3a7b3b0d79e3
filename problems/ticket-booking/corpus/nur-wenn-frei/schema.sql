CREATE TABLE vorstellung (
  id    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  titel TEXT NOT NULL,
  beginnt_am TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE platz (
  id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  vorstellung_id  BIGINT NOT NULL REFERENCES vorstellung (id),
  reihe           TEXT NOT NULL,
  nummer          INT NOT NULL,
  zustand         TEXT NOT NULL DEFAULT 'FREI' CHECK (zustand IN ('FREI', 'GEHALTEN', 'VERKAUFT')),
  gehalten_von    TEXT,
  gehalten_bis    TIMESTAMPTZ,
  halte_token     UUID UNIQUE,
  UNIQUE (vorstellung_id, reihe, nummer)
);

CREATE TABLE buchung (
  id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  platz_id        BIGINT NOT NULL UNIQUE REFERENCES platz (id),
  kunde           TEXT NOT NULL,
  idempotenz_schluessel UUID NOT NULL UNIQUE
);
