create table seats (id bigserial primary key, event_id bigint not null, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats(id), user_id text not null, expires_at timestamptz not null);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats(id), user_id text not null, idempotency_key uuid not null unique, created_at timestamptz not null default now());
create table tickets (id uuid primary key default gen_random_uuid(), booking_id bigint not null unique references bookings(id), barcode text not null unique default gen_random_uuid()::text, issued_at timestamptz not null default now());
