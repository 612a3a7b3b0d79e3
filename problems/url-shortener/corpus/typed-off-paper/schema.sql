-- db/structure.sql (trimmed)

CREATE TABLE short_links (
  id               bigserial PRIMARY KEY,
  account_id       varchar(64) NOT NULL,
  slug             varchar(8)  NOT NULL,
  destination      text        NOT NULL,
  idempotency_key  varchar(128) NOT NULL,
  created_at       timestamp(6) without time zone NOT NULL DEFAULT (now() AT TIME ZONE 'utc'),
  CONSTRAINT slug_is_crockford CHECK (slug ~ '^[0-9a-hjkmnp-tv-z]{8}$'),
  CONSTRAINT destination_size  CHECK (char_length(destination) <= 4096)
);

CREATE UNIQUE INDEX index_short_links_on_slug
  ON short_links (slug);

CREATE UNIQUE INDEX index_short_links_on_account_id_and_idempotency_key
  ON short_links (account_id, idempotency_key);

CREATE INDEX index_short_links_on_account_id_and_id
  ON short_links (account_id, id DESC);
