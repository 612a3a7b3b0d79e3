create table events (id uuid primary key default gen_random_uuid(), name text not null);
create table seats (id uuid primary key default gen_random_uuid(), event_id uuid not null references events(id), label text not null, unique(event_id,label));
create table bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references seats(id),
  user_id uuid not null,
  idempotency_key uuid unique,
  created_at timestamptz not null default now()
);
