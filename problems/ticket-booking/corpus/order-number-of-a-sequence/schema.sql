create table concert (
  id bigserial primary key,
  title text not null
);

create table seat (
  id bigserial primary key,
  concert_id bigint not null references concert,
  label text not null,
  unique (concert_id, label)
);

create sequence receipt_no_seq start 5000;

-- one row a seat that is held or sold
create table occupancy (
  seat_id bigint primary key references seat,
  hold_id uuid not null unique,
  buyer text not null,
  expires_at timestamptz not null,
  sold_at timestamptz,
  receipt_no bigint unique,
  check ((sold_at is null) = (receipt_no is null))
);
