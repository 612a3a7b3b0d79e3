create table seats (id serial primary key, event_id int not null, label text not null);
create table holds (id uuid primary key default gen_random_uuid(), seat_id int not null unique references seats(id), user_id text not null, expires_at timestamptz not null default now() + interval '2 minutes');
create table bookings (id serial primary key, seat_id int not null unique references seats(id), user_id text not null, idempotency_key text unique);
