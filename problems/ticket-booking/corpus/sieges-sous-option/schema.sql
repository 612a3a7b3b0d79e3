-- Billetterie / PostgreSQL

CREATE TABLE evenement (
    id          UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    nom         VARCHAR(255) NOT NULL,
    date_debut  TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE client (
    id          UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    email       VARCHAR(255) NOT NULL UNIQUE
);

CREATE TABLE siege (
    id              UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    evenement_id    UUID NOT NULL REFERENCES evenement (id),
    rang            VARCHAR(10) NOT NULL,
    numero          INTEGER NOT NULL,
    statut          VARCHAR(10) NOT NULL DEFAULT 'LIBRE',
    option_id       UUID,                       -- l'option en cours (ou celle qui a été vendue)
    option_client   UUID REFERENCES client (id),
    option_expire   TIMESTAMP WITH TIME ZONE,
    version         BIGINT NOT NULL DEFAULT 0,  -- @Version JPA
    CONSTRAINT uk_siege UNIQUE (evenement_id, rang, numero),
    CONSTRAINT uk_siege_option UNIQUE (option_id),
    CONSTRAINT ck_siege_statut CHECK (statut IN ('LIBRE', 'OPTION', 'VENDU')),
    CONSTRAINT ck_siege_option CHECK (statut = 'LIBRE' OR (option_id IS NOT NULL AND option_client IS NOT NULL))
);

CREATE TABLE reservation (
    id              UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    siege_id        UUID NOT NULL REFERENCES siege (id),
    client_id       UUID NOT NULL REFERENCES client (id),
    option_id       UUID NOT NULL,
    ref_paiement    VARCHAR(100) NOT NULL,
    statut_paiement VARCHAR(20) NOT NULL DEFAULT 'A_CAPTURER' CHECK (statut_paiement IN ('A_CAPTURER', 'CAPTURE')),
    creee_le        TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT uk_reservation_siege UNIQUE (siege_id),
    CONSTRAINT uk_reservation_option UNIQUE (option_id)
);
