create table seats (
  id bigint primary key,
  event_id bigint not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')),
  hold_token uuid unique,
  hold_expires_at timestamptz
);
create table bookings (
  id bigint generated always as identity primary key,
  seat_id bigint not null unique references seats (id),
  idempotency_key text unique
);
