create table app_user (
  user_id uuid primary key default gen_random_uuid(),
  email   text not null unique
);

create table concert (
  concert_id uuid primary key default gen_random_uuid(),
  name       text not null
);

create table seat (
  seat_id    uuid primary key default gen_random_uuid(),
  concert_id uuid not null references concert,
  label      text not null,
  unique (concert_id, label)
);

create table seat_hold (
  hold_id    uuid primary key default gen_random_uuid(),
  seat_id    uuid not null references seat,
  user_id    text not null,
  held_at    timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '2 minutes',
  unique (seat_id)
);
comment on table seat_hold is 'At most one row a seat; a row past expires_at is dead and may be replaced.';

create table ticket (
  ticket_id       uuid primary key default gen_random_uuid(),
  seat_id         uuid not null unique references seat,
  user_id         text not null,
  idempotency_key uuid unique
);
