CREATE TABLE evenements (id bigint PRIMARY KEY, titre text NOT NULL, date_debut timestamptz);
CREATE TABLE sieges (
  id bigint PRIMARY KEY,
  evenement_id bigint NOT NULL REFERENCES evenements(id),
  rang text, numero int,
  vendu boolean NOT NULL DEFAULT false
);
CREATE TABLE options (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  siege_id bigint NOT NULL UNIQUE REFERENCES sieges(id),
  client_id text NOT NULL,
  echeance timestamptz NOT NULL
);
CREATE TABLE ventes (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  option_id uuid NOT NULL UNIQUE,
  siege_id bigint NOT NULL UNIQUE REFERENCES sieges(id),
  client_id text NOT NULL,
  cree_le timestamptz NOT NULL DEFAULT now()
);
