-- one table: a code is made first, it gets its url later.
-- long_url is null  => code is free
CREATE TABLE codes (
  code      char(7) PRIMARY KEY,
  long_url  text,
  url_sha   char(64),
  taken_at  timestamptz,
  CONSTRAINT codes_url_sha_key UNIQUE (url_sha),
  CONSTRAINT free_or_taken CHECK ((long_url IS NULL) = (url_sha IS NULL))
);

-- to find a free one fast
CREATE INDEX codes_free ON codes (code) WHERE url_sha IS NULL;

-- first filling, later the filler job does this
INSERT INTO codes (code)
SELECT string_agg(substr('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 1 + floor(random() * 62)::int, 1), '')
FROM generate_series(1, 10000) AS g, generate_series(1, 7) AS c
GROUP BY g
ON CONFLICT DO NOTHING;
