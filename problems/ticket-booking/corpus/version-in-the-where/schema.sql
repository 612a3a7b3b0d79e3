create table events(id serial primary key, name text not null);
create table seats(
  id serial primary key, event_id int not null references events, label text not null,
  status text not null default 'free' check (status in ('free','held','sold')), held_by int, held_until timestamptz, version int not null default 0, unique(event_id,label));
create table bookings(id serial primary key, seat_id int not null unique references seats, user_id int not null, idempotency_key uuid not null unique);
