create type seat_status as enum ('AVAILABLE','HELD','SOLD');
create table event_seats (event_id uuid not null, seat_no text not null, status seat_status not null default 'AVAILABLE', held_by text, held_until timestamptz, primary key (event_id, seat_no));
create table bookings (id uuid primary key default gen_random_uuid(), event_id uuid not null, seat_no text not null, user_id text, idempotency_key uuid unique, unique (event_id, seat_no), foreign key (event_id, seat_no) references event_seats);
