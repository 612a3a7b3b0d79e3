CREATE TABLE urls (
    id SERIAL PRIMARY KEY,
    short_code VARCHAR(7) UNIQUE NOT NULL,
    long_url TEXT NOT NULL,
    url_hash CHAR(64) UNIQUE NOT NULL,   -- sha256 hex of long_url
    created_at TIMESTAMP DEFAULT NOW()
);
