CREATE TABLE events (
    event_id    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name        varchar(200) NOT NULL,
    start_date  timestamptz NOT NULL
);

CREATE TABLE seats (
    seat_id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    event_id    uuid NOT NULL REFERENCES events(event_id),
    seat_code   varchar(20) NOT NULL,
    price       numeric(12,2) NOT NULL DEFAULT 0,
    CONSTRAINT uq_seat_code UNIQUE (event_id, seat_code)
);

CREATE TABLE customers (
    customer_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    full_name   varchar(200) NOT NULL,
    email       varchar(200) NOT NULL UNIQUE
);

CREATE TABLE holds (
    hold_id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    seat_id     uuid NOT NULL REFERENCES seats(seat_id),
    customer_id uuid NOT NULL REFERENCES customers(customer_id),
    status      varchar(20) NOT NULL DEFAULT 'Active',   -- Active, Confirmed, Expired
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    CONSTRAINT ck_hold_status CHECK (status IN ('Active', 'Confirmed', 'Expired'))
);

CREATE UNIQUE INDEX ux_holds_seat ON holds (seat_id) WHERE status IN ('Active', 'Confirmed');
CREATE INDEX ix_holds_expiry ON holds (expires_at) WHERE status = 'Active';

CREATE TABLE bookings (
    booking_id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    hold_id           uuid NOT NULL UNIQUE REFERENCES holds(hold_id),
    seat_id           uuid NOT NULL UNIQUE REFERENCES seats(seat_id),
    customer_id       uuid NOT NULL REFERENCES customers(customer_id),
    payment_reference varchar(100) NOT NULL,
    booked_at         timestamptz NOT NULL DEFAULT now()
);
