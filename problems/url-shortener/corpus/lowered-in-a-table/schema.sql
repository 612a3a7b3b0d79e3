-- URL 단축 서비스
CREATE TABLE short_urls (
    id          BIGSERIAL PRIMARY KEY,
    code        VARCHAR(10)  NOT NULL UNIQUE,     -- base62(id + 62^5)
    member_id   BIGINT       NOT NULL,
    long_url    TEXT         NOT NULL,            -- normalized
    url_md5     CHAR(32)     NOT NULL,            -- md5(long_url)
    created_at  TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT uk_member_url UNIQUE (member_id, url_md5)
);

-- 내 링크 목록
CREATE INDEX ix_member_recent ON short_urls (member_id, id DESC);
