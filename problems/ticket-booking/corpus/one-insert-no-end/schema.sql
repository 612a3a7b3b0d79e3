create type reservation_status as enum ('PENDING','CONFIRMED','EXPIRED','CANCELLED');
create table event (id uuid primary key default gen_random_uuid(), name text not null);
create table seat (id uuid primary key default gen_random_uuid(), event_id uuid not null references event, row_no text, seat_no int);
create index on seat(event_id);
create table app_user (id uuid primary key default gen_random_uuid(), email text unique);
create table reservation (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null references seat(id),
  user_id uuid not null references app_user(id),
  status reservation_status not null default 'PENDING',
  expires_at timestamptz not null,
  idempotency_key text,
  created_at timestamptz not null default now()
);
create unique index one_live_reservation on reservation(seat_id) where status in ('PENDING','CONFIRMED');
create unique index on reservation(idempotency_key);
create index on reservation(user_id);
