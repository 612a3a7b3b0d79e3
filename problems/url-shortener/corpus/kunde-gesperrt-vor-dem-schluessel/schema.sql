CREATE TABLE kunden (
  id      integer PRIMARY KEY,
  name    text NOT NULL
);

CREATE TABLE kurzlinks (
  kuerzel     varchar(10) PRIMARY KEY,
  ziel_url    text NOT NULL,
  kunde_id    integer NOT NULL REFERENCES kunden (id),
  idempotency_key uuid,            -- bewusst ohne UNIQUE, siehe Entwurf
  angelegt_am timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX kurzlinks_kunde ON kurzlinks (kunde_id, idempotency_key);
