create schema catalog;
create schema booking;
create table catalog.events (id uuid primary key default gen_random_uuid(), name text);
create type booking.seat_status as enum ('FREE','HELD','SOLD');
create table booking.seats (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references catalog.events(id),
  label text not null,
  status booking.seat_status not null default 'FREE',
  held_by text,
  held_until timestamptz,
  unique (event_id, label)
);
create table booking.bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references booking.seats(id),
  user_id text not null,
  idempotency_key text not null unique,
  created_at timestamptz not null default now()
);
