create table events (id serial primary key, name text);
create table seats (id serial primary key, event_id int references events(id), seat_no text);
create table holds (
  id serial primary key,
  seat_id int not null references seats(id),
  user_id int not null,
  expires_at timestamptz not null
);
create table bookings (
  id serial primary key,
  seat_id int not null unique references seats(id),
  user_id int not null,
  idempotency_key uuid unique
);
