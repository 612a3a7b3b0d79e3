CREATE TABLE utilisateurs (
  id SERIAL PRIMARY KEY,
  courriel TEXT UNIQUE NOT NULL
);

CREATE TABLE liens (
  id SERIAL PRIMARY KEY,
  code_court VARCHAR(8) UNIQUE NOT NULL,
  url_longue TEXT NOT NULL,
  utilisateur_id INTEGER REFERENCES utilisateurs(id),
  cle_idempotence TEXT UNIQUE,
  cree_le TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE INDEX liens_utilisateur ON liens(utilisateur_id);
