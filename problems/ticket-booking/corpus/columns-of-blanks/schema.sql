create table seats (id bigserial primary key, event_id bigint not null, label text not null, status text not null default 'free' check (status in ('free','held','sold')), held_by text, held_until timestamptz);
create table bookings (id bigserial primary key, seat_id bigint not null unique references seats(id), user_id text not null, idempotency_key uuid not null unique);
