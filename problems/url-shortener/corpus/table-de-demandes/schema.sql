-- Service de liens courts

CREATE TABLE lien (
    code          varchar(7)   PRIMARY KEY,
    url           varchar(6000) NOT NULL,
    utilisateur   varchar(80)  NOT NULL,
    numero        bigint       GENERATED ALWAYS AS IDENTITY,
    cree_le       timestamptz  NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX idx_lien_utilisateur_numero ON lien (utilisateur, numero DESC);

-- Une ligne par demande de raccourcissement (idempotence)
CREATE TABLE demande (
    utilisateur   varchar(80)  NOT NULL,
    cle           varchar(100) NOT NULL,
    empreinte     bytea        NOT NULL,           -- sha256 de l'url recue
    code          varchar(7)   REFERENCES lien (code),
    recue_le      timestamptz  NOT NULL DEFAULT now(),
    PRIMARY KEY (utilisateur, cle)
);
-- demande.code n'est NULL qu'a l'interieur de la transaction qui cree le lien, jamais apres COMMIT
