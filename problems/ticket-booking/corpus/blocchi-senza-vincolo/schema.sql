CREATE TABLE clienti (
  id BIGSERIAL PRIMARY KEY,
  email TEXT NOT NULL UNIQUE
);

CREATE TABLE spettacoli (
  id BIGSERIAL PRIMARY KEY,
  titolo TEXT NOT NULL
);

CREATE TABLE poltrone (
  id BIGSERIAL PRIMARY KEY,
  spettacolo_id BIGINT NOT NULL REFERENCES spettacoli (id),
  sigla TEXT NOT NULL,
  UNIQUE (spettacolo_id, sigla)
);

CREATE TABLE blocchi (
  id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
  poltrona_id BIGINT NOT NULL REFERENCES poltrone (id),
  cliente_id BIGINT NOT NULL REFERENCES clienti (id),
  scade_il TIMESTAMPTZ NOT NULL
);

CREATE TABLE prenotazioni (
  id BIGSERIAL PRIMARY KEY,
  poltrona_id BIGINT NOT NULL UNIQUE REFERENCES poltrone (id),
  blocco_id UUID NOT NULL UNIQUE REFERENCES blocchi (id),
  cliente_id BIGINT NOT NULL REFERENCES clienti (id),
  addebitata_il TIMESTAMPTZ
);
