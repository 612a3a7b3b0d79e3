CREATE TABLE events (
    id   BIGSERIAL PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE seats (
    event_id BIGINT NOT NULL REFERENCES events (id),
    code     TEXT   NOT NULL, -- "B12"
    price    INT    NOT NULL DEFAULT 0,
    PRIMARY KEY (event_id, code)
);

CREATE TABLE customers (
    id    BIGSERIAL PRIMARY KEY,
    email TEXT NOT NULL
);

-- at most one row per seat, ever. no row = nobody ever touched the seat.
-- the row gets overwritten by the next holder once expired,
-- and is frozen once booking_id is set
CREATE TABLE seat_holds (
    event_id    BIGINT      NOT NULL,
    seat_code   TEXT        NOT NULL,
    token       UUID        NOT NULL UNIQUE,
    customer_id BIGINT      NOT NULL REFERENCES customers (id),
    expires_at  TIMESTAMPTZ NOT NULL,
    booking_id  UUID UNIQUE,
    charge_id   TEXT,
    booked_at   TIMESTAMPTZ,
    PRIMARY KEY (event_id, seat_code),
    FOREIGN KEY (event_id, seat_code) REFERENCES seats (event_id, code)
);
