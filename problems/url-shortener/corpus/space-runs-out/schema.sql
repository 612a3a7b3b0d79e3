CREATE TABLE url_map (
  token VARCHAR(2) PRIMARY KEY,
  full_url TEXT NOT NULL,
  request_id TEXT UNIQUE
);
