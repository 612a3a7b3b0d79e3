create type seat_state as enum ('AVAILABLE', 'HELD', 'SOLD');

create table event (
  event_id uuid primary key default gen_random_uuid(),
  name text not null,
  venue text not null
);

create table event_seat (
  seat_id uuid primary key default gen_random_uuid(),
  event_id uuid not null references event (event_id),
  section text not null,
  seat_row text not null,
  seat_number int not null check (seat_number > 0),
  state seat_state not null default 'AVAILABLE',
  hold_id uuid,
  hold_expires_at timestamptz,
  unique (event_id, section, seat_row, seat_number)
);
create index on event_seat (hold_id);

create table booking (
  booking_id uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references event_seat (seat_id),
  customer_email text,
  idempotency_key text unique,
  booked_at timestamptz not null default now()
);
