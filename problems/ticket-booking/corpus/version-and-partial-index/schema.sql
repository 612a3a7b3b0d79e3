-- V1__init.sql (Flyway)
create table event (
    event_id   uuid primary key,
    name       varchar(200) not null,
    event_date timestamp with time zone not null
);

create table seat (
    seat_id      uuid primary key,
    event_id     uuid not null references event (event_id),
    seat_label   varchar(20) not null,
    price        numeric(10, 2) not null,
    seat_status  varchar(12) not null default 'AVAILABLE',
    version      bigint not null default 0,
    constraint uq_seat_label unique (event_id, seat_label),
    constraint ck_seat_status check (seat_status in ('AVAILABLE', 'HELD', 'SOLD'))
);

create table reservation (
    reservation_id  uuid primary key,
    seat_id         uuid not null references seat (seat_id),
    customer_id     varchar(64) not null,
    status          varchar(12) not null default 'PENDING',
    expires_at      timestamp with time zone not null,
    confirmed_at    timestamp with time zone,
    payment_id      varchar(64),
    created_at      timestamp with time zone not null default now(),
    constraint ck_reservation_status check (status in ('PENDING', 'CONFIRMED', 'EXPIRED'))
);
create unique index uq_reservation_live on reservation (seat_id) where status in ('PENDING', 'CONFIRMED');
create index ix_reservation_due on reservation (expires_at) where status = 'PENDING';

create table idempotency_record (
    idempotency_key varchar(100) primary key,
    reservation_id  uuid not null references reservation (reservation_id),
    response_status int not null,
    response_body   text not null,
    created_at      timestamp with time zone not null default now()
);
