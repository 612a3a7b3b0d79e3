CREATE SEQUENCE numero_lien START WITH 15000000;

CREATE TABLE lien (
    id         bigint PRIMARY KEY DEFAULT nextval('numero_lien'),
    code       varchar(10) NOT NULL UNIQUE,     -- id écrit en base 62
    url        text        NOT NULL,
    empreinte  char(64)    NOT NULL UNIQUE,     -- sha256 hexa de l'url
    cree_le    timestamptz NOT NULL DEFAULT now()
);

-- pour l'ouverture, insensible à la casse
CREATE INDEX lien_code_min ON lien (lower(code));
