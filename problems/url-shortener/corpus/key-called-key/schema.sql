CREATE TABLE link (
  code  text PRIMARY KEY,
  url   text NOT NULL CHECK (length(url) <= 2048),
  who   text,
  key   uuid UNIQUE
);
CREATE SEQUENCE code_seq START 14776336; -- 62^4
CREATE INDEX link_who ON link (who);
