CREATE TABLE kurzlinks (
  kuerzel   varchar(9) PRIMARY KEY,
  ziel      text NOT NULL,
  anfrage   uuid UNIQUE,
  erstellt  timestamptz NOT NULL DEFAULT now()
);
