-- PostgreSQL 16

CREATE TABLE evenement (
  id       integer PRIMARY KEY,
  intitule text NOT NULL,
  salle    text
);

CREATE TABLE place (
  id           integer PRIMARY KEY,
  evenement_id integer NOT NULL REFERENCES evenement,
  rang         text NOT NULL,
  numero       integer NOT NULL,
  tarif        numeric(8,2) NOT NULL
);
CREATE INDEX ON place (evenement_id);

CREATE TABLE client (
  id  integer PRIMARY KEY,
  nom text NOT NULL
);

CREATE TYPE fait_type AS ENUM ('RETENUE', 'PAIEMENT', 'VENTE', 'LIBERATION');

-- Journal : on n'y fait que des INSERT.
CREATE TABLE journal (
  place_id   integer NOT NULL REFERENCES place,
  rang_fait  integer NOT NULL CHECK (rang_fait > 0),   -- 1, 2, 3… pour chaque place
  fait       fait_type NOT NULL,
  retenue_id uuid NOT NULL,
  client_id  integer NOT NULL REFERENCES client,
  expire_a   timestamptz,                              -- seulement pour RETENUE
  paiement   text,                                     -- seulement pour VENTE
  ecrit_a    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (place_id, rang_fait),
  CHECK ((fait = 'RETENUE') = (expire_a IS NOT NULL))
);
CREATE INDEX journal_retenue ON journal (retenue_id);
CREATE UNIQUE INDEX une_vente_par_place   ON journal (place_id)   WHERE fait = 'VENTE';
CREATE UNIQUE INDEX une_vente_par_retenue ON journal (retenue_id) WHERE fait = 'VENTE';

-- Dernier fait de chaque place
CREATE VIEW etat_place AS
SELECT DISTINCT ON (place_id) * FROM journal ORDER BY place_id, rang_fait DESC;
