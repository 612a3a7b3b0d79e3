create table events (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  starts_at timestamptz
);

create table users (
  id uuid primary key default gen_random_uuid(),
  email text not null unique
);

create table seats (
  id bigserial primary key,
  event_id uuid not null references events(id),
  label text not null,          -- "B-12"
  price_cents int not null default 0,
  unique (event_id, label)
);

-- a booking is a hold with confirmed_at. no second table.
create table holds (
  id uuid primary key default gen_random_uuid(),
  seat_id bigint not null references seats(id),
  user_id uuid not null references users(id),
  inserted_at timestamptz not null default now(),
  expires_at timestamptz not null,
  released_at timestamptz,
  confirmed_at timestamptz,
  payment_intent text,
  captured_at timestamptz,
  check (confirmed_at is null or payment_intent is not null),
  check (confirmed_at is null or released_at is null)
);
create index on holds (seat_id);
create unique index holds_sold_once on holds (seat_id) where confirmed_at is not null;
