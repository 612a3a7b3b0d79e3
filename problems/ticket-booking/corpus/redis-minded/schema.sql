-- one row per locked seat, like SETNX with a TTL
create table seat_locks (
  event_id text not null,
  seat_id text not null,
  lock_token uuid not null default gen_random_uuid(),
  owner text,
  expires_at timestamptz not null,
  primary key (event_id, seat_id)
);

create table bookings (
  booking_id uuid primary key default gen_random_uuid(),
  event_id text not null,
  seat_id text not null,
  idempotency_key text,
  unique (event_id, seat_id)
);
create unique index bookings_idem on bookings (idempotency_key) where idempotency_key is not null;
