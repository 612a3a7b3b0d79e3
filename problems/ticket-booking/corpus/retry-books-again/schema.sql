-- Postgres 16

CREATE TABLE concerts (
    concert_id  BIGSERIAL PRIMARY KEY,
    title       TEXT NOT NULL,
    show_time   TIMESTAMPTZ
);

CREATE TABLE members (
    member_id  BIGSERIAL PRIMARY KEY,
    email      TEXT NOT NULL UNIQUE
);

CREATE TABLE concert_seats (
    seat_id      BIGSERIAL PRIMARY KEY,
    concert_id   BIGINT NOT NULL REFERENCES concerts (concert_id),
    area         TEXT NOT NULL,
    row_num      INT NOT NULL,
    seat_num     INT NOT NULL,
    price        INT NOT NULL DEFAULT 0,
    seat_status  SMALLINT NOT NULL DEFAULT 0,    -- 0 free, 1 locked, 2 sold
    lock_id      UUID,
    locked_by    BIGINT REFERENCES members (member_id),
    lock_expire  TIMESTAMPTZ,
    UNIQUE (concert_id, area, row_num, seat_num)
);
CREATE INDEX idx_seats_lock ON concert_seats (lock_id);

CREATE TABLE bookings (
    booking_id  BIGSERIAL PRIMARY KEY,
    seat_id     BIGINT NOT NULL REFERENCES concert_seats (seat_id),
    member_id   BIGINT NOT NULL REFERENCES members (member_id),
    lock_id     UUID NOT NULL,
    auth_code   TEXT NOT NULL,
    captured    BOOLEAN NOT NULL DEFAULT FALSE,
    created_at  TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX idx_bookings_lock ON bookings (lock_id);
CREATE INDEX idx_bookings_member ON bookings (member_id);
