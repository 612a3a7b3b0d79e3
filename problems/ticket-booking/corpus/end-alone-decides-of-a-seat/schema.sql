CREATE TABLE shows (id bigint PRIMARY KEY, title text NOT NULL);
CREATE TABLE chairs (id bigint PRIMARY KEY, show_id bigint NOT NULL REFERENCES shows, label text NOT NULL);
CREATE INDEX ON chairs (show_id);
CREATE TABLE chair_locks (
  chair_id bigint PRIMARY KEY REFERENCES chairs,
  lock_id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  viewer text NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE TABLE purchases (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  lock_id uuid NOT NULL UNIQUE,
  chair_id bigint NOT NULL REFERENCES chairs,
  viewer text NOT NULL,
  paid_with text NOT NULL
);
CREATE INDEX ON purchases (chair_id);
