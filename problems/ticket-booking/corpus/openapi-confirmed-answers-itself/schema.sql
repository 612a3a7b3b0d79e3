create extension if not exists pgcrypto;

create table events (
  id         uuid primary key default gen_random_uuid(),
  title      text not null,
  starts_at  timestamptz not null
);

create table users (
  id     uuid primary key default gen_random_uuid(),
  email  text not null unique
);

create table seats (
  id        uuid primary key default gen_random_uuid(),
  event_id  uuid not null references events(id),
  section   text not null,
  "row"     text not null,
  number    text not null,
  price     numeric(10,2) not null,
  unique (event_id, section, "row", number)
);

create type hold_status as enum ('active', 'confirmed', 'released', 'expired');

create table holds (
  id               uuid primary key default gen_random_uuid(),
  seat_id          uuid not null references seats(id),
  user_id          uuid not null references users(id),
  status           hold_status not null default 'active',
  idempotency_key  text,
  created_at       timestamptz not null default now(),
  expires_at       timestamptz not null default now() + interval '2 minutes'
);

-- THE rule: a seat has at most one active or confirmed hold
create unique index holds_one_live_per_seat on holds (seat_id)
  where status in ('active', 'confirmed');

create unique index holds_idem on holds (user_id, idempotency_key)
  where idempotency_key is not null;

create table bookings (
  id                 uuid primary key default gen_random_uuid(),
  hold_id            uuid not null unique references holds(id),
  seat_id            uuid not null unique references seats(id),
  user_id            uuid not null references users(id),
  payment_intent_id  text not null,
  amount             numeric(10,2) not null,
  captured_at        timestamptz,
  created_at         timestamptz not null default now()
);
create index bookings_uncaptured on bookings (created_at) where captured_at is null;
