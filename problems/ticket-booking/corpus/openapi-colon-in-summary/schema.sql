create table seats (
  id bigint primary key,
  event_id bigint not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')),
  held_until timestamptz,
  held_by text
);
create table bookings (
  id bigint generated always as identity primary key,
  seat_id bigint not null unique references seats (id),
  user_id text,
  idempotency_key text unique
);
