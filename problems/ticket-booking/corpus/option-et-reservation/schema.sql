CREATE TABLE evenements (
  id         bigserial PRIMARY KEY,
  nom        varchar NOT NULL,
  debut      timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE utilisateurs (
  id         bigserial PRIMARY KEY,
  email      varchar NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE places (
  id           bigserial PRIMARY KEY,
  evenement_id bigint NOT NULL REFERENCES evenements(id),
  rang         varchar NOT NULL,
  numero       integer NOT NULL,
  prix_cents   integer NOT NULL,
  vendue       boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL DEFAULT now(),
  updated_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (evenement_id, rang, numero)
);

CREATE TABLE options (            -- option = place bloquée 2 minutes
  id             bigserial PRIMARY KEY,
  place_id       bigint NOT NULL REFERENCES places(id),
  utilisateur_id bigint NOT NULL REFERENCES utilisateurs(id),
  expire_a       timestamptz NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX index_options_on_place_id ON options (place_id, expire_a);

CREATE TABLE reservations (
  id             bigserial PRIMARY KEY,
  option_id      bigint NOT NULL REFERENCES options(id),
  place_id       bigint NOT NULL REFERENCES places(id),
  utilisateur_id bigint NOT NULL REFERENCES utilisateurs(id),
  paiement_ref   varchar NOT NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX index_reservations_on_place_id ON reservations (place_id);
