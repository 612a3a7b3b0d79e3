create table holds (
  hold_id uuid primary key default gen_random_uuid(),
  event_id text not null,
  seat_no text not null,
  user_id text not null,
  expires_at timestamptz not null,
  unique (event_id, seat_no)
);
create table orders (
  order_id uuid primary key default gen_random_uuid(),
  hold_id uuid not null,
  event_id text not null,
  seat_no text not null,
  idempotency_key text unique,
  unique (event_id, seat_no)
);
