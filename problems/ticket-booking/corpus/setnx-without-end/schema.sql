create table events (id uuid primary key, name text);
create table seats (id uuid primary key, event_id uuid not null references events, name text not null, sold boolean not null default false);
create index on seats (event_id);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats, user_id text not null, idempotency_key text not null unique, created_at timestamptz not null default now());
