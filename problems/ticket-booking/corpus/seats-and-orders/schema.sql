create table events (id uuid primary key default gen_random_uuid(), name text not null);
create table event_seats (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events(id),
  section text not null, seat_row text not null, seat_number text not null,
  status text not null default 'AVAILABLE' check (status in ('AVAILABLE','HELD','SOLD')),
  order_id uuid,
  hold_expires_at timestamptz
);
create table orders (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null references events(id),
  customer_id uuid not null,
  status text not null default 'PENDING' check (status in ('PENDING','PAID','EXPIRED')),
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create table idempotency_keys (key text primary key, order_id uuid not null references orders(id), created_at timestamptz not null default now());
