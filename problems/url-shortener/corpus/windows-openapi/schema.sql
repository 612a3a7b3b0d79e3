CREATE TABLE dbo_links (
  code text PRIMARY KEY,
  url text NOT NULL CONSTRAINT url_is_http CHECK (url LIKE 'http://%' OR url LIKE 'https://%'),
  idempotency_key text UNIQUE
);
