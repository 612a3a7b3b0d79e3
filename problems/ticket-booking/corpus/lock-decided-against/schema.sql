create table events (id bigserial primary key, name text not null);
create table seats (
  id bigserial primary key,
  event_id bigint not null references events,
  label text not null,
  unique (event_id, label)
);
create table holds (
  id uuid primary key default gen_random_uuid(),
  seat_id bigint not null references seats,
  user_id text not null,
  expires_at timestamptz not null
);
create index on holds (seat_id, expires_at);
create table bookings (
  id bigserial primary key,
  seat_id bigint not null unique references seats,
  hold_id uuid not null unique references holds,
  user_id text not null,
  idempotency_key text not null unique
);
