begin;
create domain seat_code as text check (value ~ '^[A-Z]{1,2}[0-9]{1,3}$');
create type seat_state as enum ('free', 'held', 'sold');

create table event_seats (
  event_id uuid not null,
  seat_code seat_code not null,
  state seat_state not null default 'free',
  hold_id uuid unique,
  held_by uuid,
  held_until timestamptz,
  primary key (event_id, seat_code),
  check (state <> 'held' or (hold_id is not null and held_until is not null))
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  event_id uuid not null,
  seat_code seat_code not null,
  user_id uuid not null,
  idempotency_key uuid not null unique,
  created_at timestamptz not null default now(),
  unique (event_id, seat_code),
  foreign key (event_id, seat_code) references event_seats
);
commit;
