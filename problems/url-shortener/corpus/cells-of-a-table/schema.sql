-- Kurzlink-Dienst, PostgreSQL 15
-- Namenskonvention wie bei uns im Haus: T_ Tabelle, SEQ_ Sequenz, F_ Funktion, P_ Parameter, R_ Rueckgabe

CREATE SEQUENCE seq_link AS bigint START WITH 1 MAXVALUE 3521614606207 NO CYCLE CACHE 1;   -- 62^7 - 1

CREATE TABLE t_link (
    link_nr     bigint       NOT NULL,
    code        text         COLLATE "C" NOT NULL,
    target_url  text         NOT NULL,
    client_id   text         NOT NULL,
    request_id  uuid         NOT NULL,
    created_ts  timestamptz  NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT pk_link          PRIMARY KEY (link_nr),
    CONSTRAINT uk_link_code     UNIQUE (code),
    CONSTRAINT uk_link_request  UNIQUE (client_id, request_id),
    CONSTRAINT ck_link_code     CHECK (code ~ '^[0-9A-Za-z]{7}$'),
    CONSTRAINT ck_link_url_len  CHECK (char_length(target_url) BETWEEN 1 AND 8192)
);

CREATE INDEX ix_link_client ON t_link (client_id, link_nr DESC);

-- Zahl -> 7 Zeichen Base62, links mit '0' aufgefuellt

-- Nummer -> Code. Faktor ist ungerade und nicht durch 31 teilbar, also teilerfremd zu 62^7:
-- die Abbildung ist eine Permutation, zwei Nummern ergeben nie denselben Code.

-- Einziger Schreibweg. r_outcome: NEW | REPLAY | MISMATCH

