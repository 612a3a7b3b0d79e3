create table shows (show_id serial primary key, title varchar(200) not null);
create table show_seats (
  seat_id serial primary key,
  show_id int not null references shows,
  seat_label varchar(8) not null,
  status varchar(12) not null default 'available' check (status in ('available', 'on_hold', 'sold')),
  held_by varchar(80),
  hold_ref uuid unique,
  held_until timestamptz,
  unique (show_id, seat_label)
);
create table sales (
  sale_id serial primary key,
  seat_id int not null unique references show_seats,
  buyer varchar(80) not null,
  request_key uuid not null unique
);
