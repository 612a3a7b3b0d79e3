CREATE EXTENSION IF NOT EXISTS "pgcrypto";

CREATE TABLE users (
  id bigserial PRIMARY KEY,
  email character varying NOT NULL,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE UNIQUE INDEX index_users_on_email ON users USING btree (email);

CREATE TABLE links (
  id bigserial PRIMARY KEY,
  slug character varying NOT NULL,
  original_url text NOT NULL,
  user_id bigint,
  idempotency_key character varying,
  clicks_count integer DEFAULT 0 NOT NULL,
  created_at timestamp(6) without time zone NOT NULL,
  updated_at timestamp(6) without time zone NOT NULL
);
CREATE UNIQUE INDEX index_links_on_slug ON links USING btree (slug);
CREATE UNIQUE INDEX index_links_on_idempotency_key ON links USING btree (idempotency_key);
CREATE INDEX index_links_on_user_id ON links USING btree (user_id);
ALTER TABLE ONLY links ADD CONSTRAINT fk_rails_links_users FOREIGN KEY (user_id) REFERENCES users(id);
