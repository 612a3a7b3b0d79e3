CREATE TABLE users (
    id UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    email TEXT NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE urls (
    short_code TEXT PRIMARY KEY,
    long_url TEXT NOT NULL,
    custom_alias TEXT,
    expiration_date TIMESTAMPTZ,
    idempotency_key TEXT,
    creation_time TIMESTAMPTZ NOT NULL DEFAULT now(),
    created_by UUID REFERENCES users(id)
);
CREATE UNIQUE INDEX urls_idempotency ON urls(idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX urls_created_by ON urls(created_by);
