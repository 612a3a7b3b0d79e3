create type seat_status as enum ('AVAILABLE','HELD','BOOKED');
create table users (id uuid primary key default gen_random_uuid(), email text not null unique, name text not null, password_hash text not null);
create table venues (id uuid primary key default gen_random_uuid(), name text not null, city text not null);
create table events (id uuid primary key default gen_random_uuid(), venue_id uuid not null references venues(id), name text not null, starts_at timestamptz not null);
create table event_seats (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events(id),
  section text not null, row_label text not null, seat_number int not null,
  price_cents int not null,
  status seat_status not null default 'AVAILABLE',
  held_by uuid references users(id),
  hold_expires_at timestamptz,
  unique (event_id, section, row_label, seat_number)
);
create table bookings (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users(id),
  event_seat_id uuid not null references event_seats(id) unique,
  idempotency_key uuid not null unique,
  total_cents int not null default 0,
  created_at timestamptz not null default now()
);
create table payments (
  id uuid primary key default gen_random_uuid(),
  booking_id uuid not null references bookings(id),
  provider text not null, provider_ref text, amount_cents int not null, status text not null
);
create index on events(venue_id); create index on event_seats(held_by); create index on bookings(user_id); create index on payments(booking_id);
