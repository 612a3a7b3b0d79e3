CREATE TABLE kurzlink (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text        NOT NULL UNIQUE,
  ziel_url    text        NOT NULL CHECK (length(ziel_url) <= 4000),
  url_sha     bytea       NOT NULL UNIQUE CHECK (octet_length(url_sha) = 32),  -- sha256(ziel_url), rechnet die App
  erstellt_am timestamptz NOT NULL DEFAULT now()
);

-- wer hat den Link (auch) angelegt
CREATE TABLE redakteur_link (
  redakteur_id text        NOT NULL,
  link_id      bigint      NOT NULL REFERENCES kurzlink(id),
  angelegt_am  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (redakteur_id, link_id)
);

CREATE INDEX redakteur_link_neueste
  ON redakteur_link (redakteur_id, angelegt_am DESC, link_id DESC);
