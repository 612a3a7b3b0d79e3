-- the token IS the hold: whoever has it may pay
create table holds (
  token uuid primary key default gen_random_uuid(),
  event_id bigint not null,
  seat_no text not null,
  email text not null,
  expires_at timestamptz not null,
  unique (event_id, seat_no)
);

create table tickets (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  seat_no text not null,
  email text not null,
  idempotency_key uuid unique,
  bought_at timestamptz not null default now(),
  unique (event_id, seat_no)
);
