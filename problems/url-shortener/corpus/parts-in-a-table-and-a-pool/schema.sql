CREATE TABLE codici (
    codice varchar(7) PRIMARY KEY,
    usato  boolean NOT NULL DEFAULT false
);

CREATE TABLE collegamenti (
    codice       varchar(7)  PRIMARY KEY REFERENCES codici (codice),
    url          text        NOT NULL,
    id_richiesta uuid        NOT NULL UNIQUE,
    creato_il    timestamptz NOT NULL DEFAULT now()
);
