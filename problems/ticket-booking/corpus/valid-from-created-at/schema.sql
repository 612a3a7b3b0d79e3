create table seats (id bigserial primary key, event_id bigint not null, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id bigint not null unique references seats(id), user_id text not null, created_at timestamptz not null default now());
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats(id), user_id text not null, idempotency_key uuid not null unique);
