create table performances (id serial primary key, title text not null);
create table seats (
  id serial primary key,
  performance_id int not null references performances (id),
  seat_code text not null,
  status text not null default 'FREE' check (status in ('FREE', 'HELD', 'SOLD')),
  held_by text,
  hold_id uuid unique,
  held_until timestamptz
);
create table bookings (
  id serial primary key,
  seat_id int not null unique references seats (id),
  user_id text not null,
  idempotency_key uuid not null unique
);
