create table users (
  id serial primary key,
  email text unique not null
);

create table events (
  id serial primary key,
  name text not null,
  starts_at timestamptz not null
);

create table seats (
  id serial primary key,
  event_id int not null references events(id),
  section text not null,
  row_name text not null,
  number int not null,
  price_cents int not null default 0,
  status text not null default 'available' check (status in ('available', 'held', 'sold')),
  hold_id uuid,
  hold_expires_at timestamptz,
  unique (event_id, section, row_name, number)
);

create table holds (
  id uuid primary key default gen_random_uuid(),
  seat_id int not null references seats(id),
  user_id int not null references users(id),
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  hold_id uuid not null references holds(id),
  seat_id int not null references seats(id),
  user_id int not null references users(id),
  charge_id text not null,
  amount_cents int not null,
  created_at timestamptz not null default now()
);

create index on seats (event_id);
create index on bookings (user_id);
