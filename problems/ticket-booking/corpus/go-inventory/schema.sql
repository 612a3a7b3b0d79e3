-- name: schema for sqlc
CREATE TABLE shows (
    id BIGSERIAL PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE seat_inventory (
    id BIGSERIAL PRIMARY KEY,
    show_id BIGINT NOT NULL REFERENCES shows (id),
    seat_label TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'AVAILABLE' CHECK (status IN ('AVAILABLE', 'HELD', 'BOOKED')),
    hold_token TEXT,
    held_by TEXT,
    hold_expires_at TIMESTAMPTZ,
    UNIQUE (show_id, seat_label)
);
CREATE INDEX seat_inventory_hold_token_idx ON seat_inventory (hold_token);

CREATE TABLE orders (
    id BIGSERIAL PRIMARY KEY,
    seat_inventory_id BIGINT NOT NULL UNIQUE REFERENCES seat_inventory (id),
    user_id TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX orders_idempotency_key_idx ON orders (idempotency_key);
