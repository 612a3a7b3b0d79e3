CREATE TABLE evenement (id_evenement uuid PRIMARY KEY, intitule text NOT NULL);
CREATE TABLE utilisateur (id_utilisateur uuid PRIMARY KEY, courriel text NOT NULL);
CREATE TABLE place (
  id_place uuid PRIMARY KEY,
  id_evenement uuid NOT NULL REFERENCES evenement,
  numero text NOT NULL,
  etat text NOT NULL DEFAULT 'libre' CHECK (etat IN ('libre', 'bloquee', 'vendue')),
  bloquee_jusqua timestamptz,
  id_utilisateur uuid REFERENCES utilisateur,
  UNIQUE (id_evenement, numero)
);
CREATE TABLE billet (
  id_billet uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  id_place uuid NOT NULL UNIQUE REFERENCES place,
  id_utilisateur uuid NOT NULL REFERENCES utilisateur,
  cle_idempotence uuid UNIQUE
);
