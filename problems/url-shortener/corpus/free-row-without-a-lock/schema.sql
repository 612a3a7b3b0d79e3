-- un renglón por código; sin url, todavía está libre
CREATE TABLE enlace (
    codigo      char(7) PRIMARY KEY,
    url         text,
    solicitud   uuid UNIQUE,
    ocupado_en  timestamptz,
    CHECK ((url IS NULL) = (solicitud IS NULL))
);

CREATE INDEX enlace_libre ON enlace (codigo) WHERE url IS NULL;
