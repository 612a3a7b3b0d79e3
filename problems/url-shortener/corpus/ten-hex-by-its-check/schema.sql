CREATE TABLE liens (
  code       char(10)     PRIMARY KEY,     -- 10 premiers chiffres hexa de sha256(url [+ "#n"])
  url        text         NOT NULL,
  cree_le    timestamptz  NOT NULL DEFAULT now(),
  CHECK (code ~ '^[0-9a-f]{10}$'),
  CHECK (char_length(url) <= 4000)
);
