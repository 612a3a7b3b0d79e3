create type seat_status as enum ('FREE', 'HELD', 'SOLD');
create table events (id uuid primary key, name text not null);
create table seats (
  id uuid primary key,
  event_id uuid not null references events (id),
  label text not null,
  status seat_status not null default 'FREE',
  hold_id uuid unique,
  held_by uuid,
  held_until timestamptz
);
create table bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null references seats (id),
  user_id uuid not null,
  hold_id uuid not null unique,
  idempotency_key uuid not null unique
);
