-- db/migrations/0001_init.up.sql
BEGIN;

CREATE TABLE IF NOT EXISTS shows (
    show_id    BIGSERIAL PRIMARY KEY,
    name       TEXT NOT NULL,
    starts_at  TIMESTAMPTZ NOT NULL
);

CREATE TABLE IF NOT EXISTS seat_reservations (
    token       UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    show_id     BIGINT NOT NULL REFERENCES shows (show_id),
    seat_no     TEXT NOT NULL,
    user_id     TEXT NOT NULL,
    status      TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'confirmed', 'expired')),
    expires_at  TIMESTAMPTZ NOT NULL,
    idempotency_key UUID,
    created_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
    UNIQUE (show_id, seat_no),
    UNIQUE (idempotency_key)
);

CREATE INDEX IF NOT EXISTS seat_reservations_expires_at_idx ON seat_reservations (expires_at) WHERE status = 'pending';

COMMIT;
