create table events (id serial primary key, name text not null);
create table seats (
  id serial primary key,
  event_id int not null references events(id),
  label text not null,
  status text not null default 'free' check (status in ('free','held','sold')),
  hold_id uuid,
  held_until timestamptz
);
create table bookings (
  id serial primary key,
  seat_id int not null unique references seats(id),
  hold_id uuid not null unique,
  idempotency_key uuid not null unique
);
