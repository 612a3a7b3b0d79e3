CREATE TABLE raccourci (
    uuid   uuid PRIMARY KEY,
    code   varchar(7) NOT NULL UNIQUE,
    cible  text NOT NULL,
    cree_a timestamptz NOT NULL DEFAULT now()
);
