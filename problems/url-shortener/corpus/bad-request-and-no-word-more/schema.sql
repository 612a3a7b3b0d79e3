CREATE TABLE shortening (
  token       VARCHAR(9) PRIMARY KEY,
  target      TEXT NOT NULL,
  request_key TEXT UNIQUE,
  made        TIMESTAMPTZ NOT NULL DEFAULT now()
);
