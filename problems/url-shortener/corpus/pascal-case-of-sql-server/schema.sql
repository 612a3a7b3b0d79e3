/* SQL Server 2022 */

CREATE TABLE Links
(
    link_id           BIGINT generated always as identity  NOT NULL,
    -- binary collation! the server default is case-insensitive and would make aB and Ab the same code
    Code             CHAR(7) collate "C" NOT NULL,
    target_url        VARCHAR(2048)        NOT NULL,
    user_id           VARCHAR(64) collate "C" NOT NULL,
    client_request_id  uuid      NOT NULL,
    created_utc       timestamptz          NOT NULL CONSTRAINT DF_Links_CreatedUtc DEFAULT (now()),

    CONSTRAINT PK_Links         PRIMARY KEY (link_id),
    CONSTRAINT UQ_Links_Request UNIQUE (user_id, client_request_id)
);


-- covering: opening a link never touches the index
CREATE UNIQUE INDEX UX_Links_Code ON Links (Code) INCLUDE (target_url);


CREATE INDEX IX_Links_User ON Links (user_id, link_id DESC);


-- visit counter, split over 16 rows per link so that a hot link isn't one hot row
CREATE TABLE link_visits
(
    link_id  BIGINT   NOT NULL CONSTRAINT FK_LinkVisits_Links REFERENCES Links (link_id),
    Slot    smallint  NOT NULL CONSTRAINT CK_LinkVisits_Slot CHECK (Slot BETWEEN 0 AND 15),
    Visits  BIGINT   NOT NULL,

    CONSTRAINT PK_LinkVisits PRIMARY KEY (link_id, Slot)
);

