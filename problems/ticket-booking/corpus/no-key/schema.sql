create table seats (id serial primary key, event_id int not null, status varchar(10) not null default 'free' check (status in ('free','held','sold')), user_id text, hold_expires_at timestamptz);
create table bookings (id serial primary key, seat_id int not null unique references seats(id), user_id text);
