-- =====================================================
-- URL Shortener Database Schema
-- =====================================================

-- Users table
CREATE TABLE users (
    user_id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email           VARCHAR(255) NOT NULL UNIQUE,
    password_hash   VARCHAR(255) NOT NULL,
    created_at      TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP
);

-- URLs table
CREATE TABLE urls (
    url_id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    short_code      VARCHAR(10) NOT NULL UNIQUE,
    original_url    TEXT NOT NULL,
    user_id         BIGINT REFERENCES users(user_id) ON DELETE SET NULL,
    idempotency_key VARCHAR(255) UNIQUE,
    is_active       BOOLEAN DEFAULT TRUE,
    click_count     BIGINT DEFAULT 0,
    created_at      TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    expires_at      TIMESTAMP WITH TIME ZONE,
    CONSTRAINT chk_url_format CHECK (original_url ~* '^https?://.+')
);

-- Analytics table
CREATE TABLE click_events (
    event_id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    url_id          BIGINT NOT NULL REFERENCES urls(url_id) ON DELETE CASCADE,
    clicked_at      TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
    ip_address      INET,
    user_agent      TEXT,
    referrer_url    TEXT
);

-- Indexes for performance
CREATE INDEX idx_urls_user_id ON urls(user_id);
CREATE INDEX idx_urls_expires_at ON urls(expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX idx_click_events_url_id ON click_events(url_id, clicked_at DESC);
