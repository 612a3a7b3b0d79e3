CREATE TABLE events (
    id        SERIAL PRIMARY KEY,
    name      TEXT NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE users (
    id    SERIAL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE
);

CREATE TABLE seats (
    id       SERIAL PRIMARY KEY,
    event_id INT NOT NULL REFERENCES events(id),
    section  TEXT NOT NULL,
    seat_row TEXT NOT NULL,
    number   INT NOT NULL,
    price    NUMERIC(10,2) NOT NULL,
    UNIQUE (event_id, section, seat_row, number)
);

CREATE TABLE holds (
    id         UUID PRIMARY KEY DEFAULT gen_random_uuid(),
    seat_id    INT NOT NULL REFERENCES seats(id),
    user_id    INT NOT NULL REFERENCES users(id),
    status     TEXT NOT NULL DEFAULT 'active',  -- active, converted, expired
    expires_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX holds_seat_taken ON holds (seat_id) WHERE status IN ('active', 'converted');
CREATE INDEX holds_sweep ON holds (expires_at) WHERE status = 'active';

CREATE TABLE bookings (
    id         SERIAL PRIMARY KEY,
    hold_id    UUID NOT NULL UNIQUE REFERENCES holds(id),
    seat_id    INT NOT NULL UNIQUE REFERENCES seats(id),
    user_id    INT NOT NULL REFERENCES users(id),
    auth_id    TEXT NOT NULL,
    captured   BOOLEAN NOT NULL DEFAULT false,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);
