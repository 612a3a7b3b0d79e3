-- V1__init.sql (Flyway)

create table customer (
    id          uuid primary key,
    full_name   varchar(200) not null,
    email       varchar(320) not null unique
);

create table event (
    id          uuid primary key,
    title       varchar(300) not null,
    venue       varchar(300),
    starts_at   timestamp with time zone not null
);

create table seat (
    id              uuid primary key,
    event_id        uuid not null references event (id),
    block           varchar(20) not null,
    row_no          varchar(10) not null,
    seat_no         varchar(10) not null,
    price           numeric(10, 2) not null,
    currency        char(3) not null default 'EUR',
    status          varchar(12) not null default 'AVAILABLE',
    current_hold_id uuid,
    hold_expires_at timestamp with time zone,
    version         bigint not null default 0,          -- @Version
    constraint seat_status_ck check (status in ('AVAILABLE', 'HELD', 'PAYING', 'SOLD')),
    constraint seat_position_uk unique (event_id, block, row_no, seat_no)
);

create table seat_hold (
    id              uuid primary key,
    seat_id         uuid not null references seat (id),
    customer_id     uuid not null references customer (id),
    status          varchar(12) not null default 'ACTIVE',
    created_at      timestamp with time zone not null,
    expires_at      timestamp with time zone not null,
    idempotency_key uuid,
    paying_since    timestamp with time zone,
    version         bigint not null default 0,          -- @Version
    constraint hold_status_ck check (status in ('ACTIVE', 'PAYING', 'CONFIRMED')),
    constraint hold_key_uk unique (idempotency_key)
);

create index seat_hold_paying_ix on seat_hold (paying_since) where status = 'PAYING';

create table booking (
    id                uuid primary key,
    seat_id           uuid not null references seat (id),
    hold_id           uuid not null references seat_hold (id),
    customer_id       uuid not null references customer (id),
    amount            numeric(10, 2) not null,
    currency          char(3) not null,
    payment_reference varchar(100) not null,
    booked_at         timestamp with time zone not null,
    constraint booking_seat_uk unique (seat_id),
    constraint booking_hold_uk unique (hold_id)
);
