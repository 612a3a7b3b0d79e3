create table seats (id serial primary key, event_id int not null, status text not null default 'free' check (status in ('free','held','sold')), held_by text);
create table bookings (id serial primary key, seat_id int not null unique references seats(id), user_id text, idempotency_key text unique);
