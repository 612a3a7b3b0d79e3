create table accounts (id uuid primary key default gen_random_uuid(), email text not null unique);
create table concerts (id uuid primary key default gen_random_uuid(), title text not null);
create table places (
  id uuid primary key default gen_random_uuid(),
  concert_id uuid not null references concerts (id),
  name text not null,
  unique (concert_id, name)
);
create table reservations (
  id uuid primary key default gen_random_uuid(),
  place_id uuid not null unique references places (id),
  account_id uuid not null references accounts (id),
  until timestamptz not null
);
create table tickets (
  id uuid primary key default gen_random_uuid(),
  place_id uuid not null unique references places (id),
  reservation_id uuid not null unique,
  account_id uuid not null references accounts (id),
  request_key text not null,
  sold_at timestamptz not null default now(),
  unique (account_id, request_key)
);
