create table venues (id int primary key, name text not null);
create table events (id int primary key, venue_id int not null references venues, name text not null, on_sale_at timestamptz not null);
create table seats (
  id int primary key,
  event_id int not null references events,
  code varchar(5) not null,
  price_cents int not null check (price_cents > 0),
  status text not null default 'available' check (status in ('available', 'held', 'booked'))
);
create index seats_by_event on seats (event_id);
create table users (id int primary key, email text not null unique);
create table seat_holds (
  id uuid primary key default gen_random_uuid(),
  seat_id int not null unique references seats,
  user_id int not null references users,
  expires_at timestamptz not null
);
create table bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id int not null unique references seats,
  user_id int not null references users,
  idempotency_key text unique,
  booked_at timestamptz not null default now()
);
