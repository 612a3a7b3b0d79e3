create table seats (id bigserial primary key, event_id bigint not null, label text not null, unique(event_id, label));
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats(id), user_id text not null, expires_at timestamptz not null);
create table bookings (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats(id), user_id text not null, created_at timestamptz not null default now());
create table payments (id uuid primary key default gen_random_uuid(), booking_id uuid not null unique references bookings(id), idempotency_key uuid not null unique, amount_cents int, paid_at timestamptz default now());
