-- Django tables (app label: tickets), written by hand

CREATE TABLE tickets_event (
    id          serial PRIMARY KEY,
    name        varchar(120) NOT NULL,
    starts_at   timestamp with time zone NOT NULL
);

CREATE TABLE tickets_fan (
    id          serial PRIMARY KEY,
    email       varchar(254) NOT NULL UNIQUE
);

CREATE TABLE tickets_seat (
    id              serial PRIMARY KEY,
    event_id        integer NOT NULL REFERENCES tickets_event (id),
    code            varchar(16) NOT NULL,
    held_by_id      integer REFERENCES tickets_fan (id),
    held_until      timestamp with time zone,
    hold_ref        uuid UNIQUE,
    UNIQUE (event_id, code)
);

CREATE TABLE tickets_booking (
    id              serial PRIMARY KEY,
    reference       uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    seat_id         integer NOT NULL UNIQUE REFERENCES tickets_seat (id),
    fan_id          integer NOT NULL REFERENCES tickets_fan (id),
    hold_ref        uuid NOT NULL UNIQUE,
    payment_id      varchar(64) NOT NULL,
    created_at      timestamp with time zone NOT NULL DEFAULT now()
);
