-- Aurora Serverless v2, postgres 15

create table events (
  event_id text primary key,
  name     text not null
);

create table customers (
  customer_id text primary key,
  email       text
);

create table seats (
  event_id        text not null references events,
  seat_id         text not null,
  status          text not null default 'AVAILABLE' check (status in ('AVAILABLE', 'HELD', 'SOLD')),
  hold_id         uuid,
  customer_id     text references customers,
  hold_expires_at timestamptz,
  primary key (event_id, seat_id)
);
create unique index seats_hold on seats (hold_id);

create table bookings (
  booking_id  uuid primary key default gen_random_uuid(),
  event_id    text not null,
  seat_id     text not null,
  customer_id text not null,
  hold_id     uuid not null,
  captured    boolean not null default false,
  created_at  timestamptz not null default now(),
  foreign key (event_id, seat_id) references seats
);
create index bookings_by_hold on bookings (hold_id);
