CREATE TABLE short_links (
  id bigserial PRIMARY KEY,
  slug character varying(12) NOT NULL,
  original_url text NOT NULL,
  user_id bigint,
  idempotency_key character varying,
  created_at timestamp(6) without time zone NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_short_links_on_slug ON short_links USING btree (slug);
CREATE UNIQUE INDEX index_short_links_on_idempotency_key ON short_links USING btree (idempotency_key);
CREATE INDEX index_short_links_on_user_id ON short_links USING btree (user_id);
