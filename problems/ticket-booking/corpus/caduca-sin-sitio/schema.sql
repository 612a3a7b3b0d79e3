create extension if not exists pgcrypto;

create table events (
    id          uuid primary key default gen_random_uuid(),
    name        text not null,
    venue       text not null default '',
    starts_at   timestamptz not null
);

create table users (
    id          uuid primary key default gen_random_uuid(),
    email       text not null unique
);

create table seats (
    id          uuid primary key default gen_random_uuid(),
    event_id    uuid not null references events(id) on delete cascade,
    zone        text not null,
    row         text not null,
    number      smallint not null,
    price       numeric(8,2) not null,
    unique (event_id, zone, row, number)
);

create table holds (
    id          uuid primary key default gen_random_uuid(),
    seat_id     uuid not null unique references seats(id),   -- un solo hold por asiento
    user_id     uuid not null references users(id),
    created_at  timestamptz not null default now(),
    expires_at  timestamptz not null default now() + interval '2 minutes'
);
create index holds_expires_idx on holds (expires_at);

create table bookings (
    id          uuid primary key default gen_random_uuid(),
    hold_id     uuid not null unique,
    seat_id     uuid not null unique references seats(id),
    user_id     uuid not null references users(id),
    payment_id  text not null,
    created_at  timestamptz not null default now()
);
