create table seats (
  event_id int not null,
  seat_id int not null,
  status varchar(10) not null default 'free' check (status in ('free','held','sold')),
  hold_id uuid unique,
  primary key (event_id, seat_id)
);
create table bookings (
  id int generated always as identity primary key,
  event_id int not null,
  seat_id int not null,
  request_id text unique,
  unique (event_id, seat_id)
);
