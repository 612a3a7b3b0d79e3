-- 短码池:提前生成好
CREATE TABLE code_pool (
  code  char(8) PRIMARY KEY,
  used  boolean NOT NULL DEFAULT false
);
CREATE INDEX idx_pool_free ON code_pool (code) WHERE NOT used;

INSERT INTO code_pool (code)
SELECT substr(md5(random()::text || g::text), 1, 8) FROM generate_series(1, 20000) g
ON CONFLICT DO NOTHING;

CREATE TABLE url_map (
  id         bigserial PRIMARY KEY,
  code       char(8) NOT NULL,
  url        text NOT NULL,
  uid        bigint NOT NULL,
  req_no     varchar(64) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT uk_uid_req UNIQUE (uid, req_no)
);
CREATE INDEX idx_map_code ON url_map (code);
CREATE INDEX idx_map_uid  ON url_map (uid, id DESC);
