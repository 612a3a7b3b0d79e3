create table venues (id bigserial primary key, name text not null);
create table seats (
  id bigserial primary key,
  venue_id bigint not null references venues(id),
  row_label text not null,
  seat_number int not null,
  unique (venue_id, row_label, seat_number)
);
create table events (id bigserial primary key, venue_id bigint not null references venues(id), name text not null, starts_at timestamptz not null);

-- no row until somebody wants the seat
create table event_seats (
  event_id bigint not null references events(id),
  seat_id bigint not null references seats(id),
  status text not null check (status in ('HELD','SOLD')),
  hold_id uuid not null unique,
  held_by text not null,
  hold_expires_at timestamptz,
  primary key (event_id, seat_id)
);
create table bookings (
  id bigserial primary key,
  event_id bigint not null,
  seat_id bigint not null,
  user_id text not null,
  idempotency_key text unique,
  created_at timestamptz not null default now(),
  unique (event_id, seat_id)
);
