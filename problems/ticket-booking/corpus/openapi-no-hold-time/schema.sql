create table shows (
  id serial primary key,
  name text not null
);

create table holds (
  id uuid primary key default gen_random_uuid(),
  show_id int not null references shows (id),
  seat text not null,
  user_id text not null,
  unique (show_id, seat)
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  show_id int not null references shows (id),
  seat text not null,
  user_id text not null,
  idempotency_key uuid unique,
  unique (show_id, seat)
);
