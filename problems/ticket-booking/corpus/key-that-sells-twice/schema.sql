create table seats (
  id text primary key,
  event_id text not null,
  status text not null default 'open' check (status in ('open', 'held', 'sold')),
  hold_token text unique,
  hold_expires_at timestamptz
);
create table tickets (
  id bigint generated always as identity primary key,
  seat_id text not null references seats (id),
  bought_at timestamptz not null default now()
);
