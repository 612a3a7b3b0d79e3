create table seats (
  id serial primary key, event_id int not null, label text not null,
  status text not null default 'free' check (status in ('free','held','sold')),
  hold_id uuid unique, held_until timestamptz, user_id text
);
create table bookings (id serial primary key, seat_id int not null unique references seats(id), user_id text not null, idempotency_key text unique);
