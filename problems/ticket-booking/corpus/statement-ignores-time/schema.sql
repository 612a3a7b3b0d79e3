create table events (id serial primary key, name text);
create table seats (
  id serial primary key, event_id int not null references events(id), seat_no text not null,
  status text not null default 'free' check (status in ('free','held','sold')),
  held_until timestamptz, held_by int
);
create table bookings (
  id serial primary key,
  seat_id int not null references seats(id),
  user_id int not null,
  idempotency_key uuid unique
);
