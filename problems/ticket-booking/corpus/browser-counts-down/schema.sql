CREATE TABLE events (
    id SERIAL NOT NULL,
    name VARCHAR NOT NULL,
    starts_at TIMESTAMP WITH TIME ZONE,
    PRIMARY KEY (id)
);

CREATE TABLE seats (
    id SERIAL NOT NULL,
    event_id INTEGER NOT NULL,
    label VARCHAR NOT NULL,
    price INTEGER NOT NULL,
    status VARCHAR NOT NULL DEFAULT 'free',
    held_by VARCHAR,
    PRIMARY KEY (id),
    UNIQUE (event_id, label),
    CHECK (status IN ('free', 'held', 'sold')),
    FOREIGN KEY(event_id) REFERENCES events (id)
);

CREATE TABLE bookings (
    id SERIAL NOT NULL,
    seat_id INTEGER NOT NULL,
    user_id VARCHAR NOT NULL,
    idempotency_key VARCHAR NOT NULL,
    payment_id VARCHAR,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now(),
    PRIMARY KEY (id),
    UNIQUE (seat_id),
    UNIQUE (idempotency_key),
    FOREIGN KEY(seat_id) REFERENCES seats (id)
);
