CREATE TABLE links (
    id BIGSERIAL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    long_url TEXT NOT NULL,
    url_hash CHAR(64) NOT NULL,      -- hash('sha256', $longUrl)
    created_at TIMESTAMP(0) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- start from 62^4 so the shortest code has 5 chars
ALTER SEQUENCE links_id_seq RESTART WITH 14776336;

ALTER TABLE links ADD CONSTRAINT links_user_id_url_hash_unique UNIQUE (user_id, url_hash);

CREATE INDEX links_user_id_id_index ON links (user_id, id);

-- no foreign key on user_id, the users are in the main app (other database)
