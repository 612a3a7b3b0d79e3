BEGIN;

CREATE TABLE shortener_link (
    code        varchar(7) PRIMARY KEY,
    url         text NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

-- who has shortened what (for "my links")
CREATE TABLE shortener_userlink (
    user_id   integer NOT NULL,
    code      varchar(7) NOT NULL REFERENCES shortener_link (code),
    added_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, code)
);
CREATE INDEX shortener_userlink_recent ON shortener_userlink (user_id, added_at DESC);

-- visits, per day
CREATE TABLE shortener_visit (
    code   varchar(7) NOT NULL,
    day    date NOT NULL,
    n      bigint NOT NULL,
    PRIMARY KEY (code, day)
);

COMMIT;
