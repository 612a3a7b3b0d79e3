CREATE TABLE show_seat (
    id            UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    show_id       UUID NOT NULL,
    label         VARCHAR(10) NOT NULL,
    price_cents   INT NOT NULL,
    state         VARCHAR(10) NOT NULL DEFAULT 'FREE' CHECK (state IN ('FREE', 'HELD', 'SOLD')),
    held_until    TIMESTAMPTZ,
    UNIQUE (show_id, label)
);

CREATE TABLE hold (
    id            UUID PRIMARY KEY,
    show_seat_id  UUID NOT NULL REFERENCES show_seat (id),
    fan_id        VARCHAR(60) NOT NULL,
    expires_at    TIMESTAMPTZ NOT NULL
);

CREATE TABLE charge (
    idempotency_key VARCHAR(150) PRIMARY KEY,
    hold_id         UUID NOT NULL REFERENCES hold (id),
    amount_cents    INT NOT NULL,
    state           VARCHAR(10) NOT NULL CHECK (state IN ('OPEN', 'DECLINED', 'DONE', 'REFUND'))
);

CREATE TABLE booking (
    id            UUID PRIMARY KEY,
    hold_id       UUID NOT NULL UNIQUE REFERENCES hold (id),
    show_seat_id  UUID NOT NULL UNIQUE REFERENCES show_seat (id),
    charge_key    VARCHAR(150) NOT NULL REFERENCES charge (idempotency_key)
);
