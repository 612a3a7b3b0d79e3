create table seats (id bigint generated always as identity primary key, event_id bigint not null, status text not null default 'available' check (status in ('available','held','sold')), user_id text, hold_expires_at timestamptz);
create table orders (id bigint generated always as identity primary key, seat_id bigint not null unique references seats, user_id text, idempotency_key text unique);
