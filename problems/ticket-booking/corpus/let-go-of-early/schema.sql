create table events (id bigserial primary key, name text not null);
create table users (id bigserial primary key, name text);
create table seats (
  id bigserial primary key,
  event_id bigint not null references events(id),
  label text not null,
  status text not null default 'available' check (status in ('available','held','booked')),
  hold_token uuid unique,
  held_by bigint references users(id),
  held_until timestamptz,
  unique (event_id, label)
);
create index on seats(held_by);
create table bookings (
  id bigserial primary key,
  seat_id bigint not null unique references seats(id),
  user_id bigint not null references users(id),
  idempotency_key uuid not null unique,
  created_at timestamptz not null default now()
);
create index on bookings(user_id);
