create extension if not exists pgcrypto;

create type seat_status as enum ('free', 'held', 'sold');

create table event (
    id uuid primary key default gen_random_uuid(),
    title text not null,
    starts_at timestamptz not null
);

create table person (
    id uuid primary key default gen_random_uuid(),
    name text not null,
    email text not null
);

create table seat (
    id uuid primary key default gen_random_uuid(),
    event_id uuid not null references event(id),
    label text not null,              -- e.g. 'B-14'
    price numeric(10,2) not null default 0,
    status seat_status not null default 'free',
    hold_id uuid unique,
    held_by uuid references person(id),
    held_until timestamptz,
    unique (event_id, label),
    check (status <> 'held' or (hold_id is not null and held_by is not null and held_until is not null))
);

create table booking (
    id uuid primary key default gen_random_uuid(),
    seat_id uuid not null unique references seat(id),
    hold_id uuid not null unique,
    person_id uuid not null references person(id),
    payment_intent text,
    paid boolean not null default false,
    created_at timestamptz not null default now()
);

-- one row per confirm request that went through
create table idempotency (
    key uuid primary key,
    hold_id uuid not null,
    response jsonb,
    created_at timestamptz not null default now()
);
