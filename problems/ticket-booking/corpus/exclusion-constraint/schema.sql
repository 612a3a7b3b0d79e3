create extension if not exists btree_gist;

create table holds (
  id uuid primary key default gen_random_uuid(),
  event_id bigint not null,
  seat_no text not null,
  user_id text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '2 minutes',
  exclude using gist (event_id with =, seat_no with =, tstzrange(created_at, expires_at) with &&)
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  hold_id uuid not null unique references holds (id),
  event_id bigint not null,
  seat_no text not null,
  user_id text,
  idempotency_key uuid unique,
  unique (event_id, seat_no)
);
