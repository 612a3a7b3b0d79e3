create table events(id serial primary key, name text not null);
create table seats(id serial primary key, event_id int not null references events, label text not null, unique(event_id,label));
create table holds(seat_id int primary key references seats, user_id int not null, expires_at timestamptz not null);
create table bookings(id serial primary key, seat_id int not null unique references seats, user_id int not null, idempotency_key uuid not null unique);
