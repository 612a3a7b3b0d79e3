create table event (
  id         uuid primary key default gen_random_uuid(),
  name       text not null,
  venue      text not null,
  starts_at  timestamptz not null
);

create table seat (
  id          uuid primary key default gen_random_uuid(),
  event_id    uuid not null references event(id),
  section     text not null,
  row_label   text not null,
  number      int  not null,
  price_cents int  not null check (price_cents >= 0),
  unique (event_id, section, row_label, number)
);

create table customer (
  id    uuid primary key default gen_random_uuid(),
  email text not null unique
);

-- at most ONE row per seat, ever. A new hold overwrites an expired one.
-- expires_at = 'infinity' once it is confirmed
create table seat_hold (
  seat_id     uuid primary key references seat(id),
  hold_id     uuid not null unique,
  customer_id uuid not null references customer(id),
  expires_at  timestamptz not null
);

create table booking (
  id             uuid primary key default gen_random_uuid(),
  seat_id        uuid not null unique references seat(id),
  hold_id        uuid not null unique,
  customer_id    uuid not null references customer(id),
  payment_ref    text not null,
  payment_status text not null default 'AUTHORISED'
                 check (payment_status in ('AUTHORISED', 'CAPTURED')),
  created_at     timestamptz not null default now()
);

create index booking_to_capture on booking (created_at) where payment_status = 'AUTHORISED';
