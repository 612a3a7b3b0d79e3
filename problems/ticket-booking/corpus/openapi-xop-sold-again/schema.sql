create table seats (
  seat_id uuid primary key default gen_random_uuid(),
  event_id uuid not null,
  status text not null default 'available' check (status in ('available', 'held', 'sold')),
  hold_id uuid,
  held_until timestamptz
);

create table bookings (
  booking_id uuid primary key default gen_random_uuid(),
  seat_id uuid not null references seats,
  hold_id uuid not null,
  idempotency_key text unique
);
