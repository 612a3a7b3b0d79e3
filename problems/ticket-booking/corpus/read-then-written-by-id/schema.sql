create table events (
    id bigserial primary key,
    name varchar(255) not null,
    date timestamptz not null
);

create table users (
    id bigserial primary key,
    name varchar(255) not null,
    email varchar(255) not null unique
);

create table seats (
    id bigserial primary key,
    event_id bigint not null references events (id),
    code varchar(20) not null,                 -- e.g. "STALLS-G-21"
    price_cents integer not null,
    status varchar(10) not null default 'free',  -- free | held | sold
    held_by bigint null references users (id),
    hold_ref uuid null,
    held_until timestamptz null,
    unique (event_id, code)
);

create table bookings (
    id bigserial primary key,
    hold_ref uuid not null unique,
    seat_id bigint not null unique references seats (id),
    user_id bigint not null references users (id),
    stripe_intent varchar(100) not null,
    captured boolean not null default false,
    created_at timestamptz not null default now()
);
