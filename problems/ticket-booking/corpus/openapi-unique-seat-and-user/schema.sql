create table seats (
  id integer primary key,
  event_id integer not null,
  name text not null
);

create table holds (
  id uuid primary key default gen_random_uuid(),
  seat_id integer not null references seats (id),
  user_id text not null,
  expires_at timestamptz not null,
  unique (seat_id, user_id)  -- no double holds
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id integer not null references seats (id) unique,
  user_id text not null,
  idempotency_key text unique
);
