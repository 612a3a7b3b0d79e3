-- reference data, written by the organisers' system
create table events (
  id    uuid primary key default gen_random_uuid(),
  name  text not null
);

create table seats (
  id        uuid primary key default gen_random_uuid(),
  event_id  uuid not null references events (id),
  code      text not null,                 -- e.g. B-14
  unique (event_id, code)
);

create table people (
  id    uuid primary key default gen_random_uuid(),
  name  text not null
);

-- the log. Append only: the role of the service has INSERT and SELECT on it, nothing else.
create table seat_log (
  seat_id          uuid        not null references seats (id),
  seq              int         not null check (seq > 0),
  kind             text        not null check (kind in ('HELD', 'RELEASED', 'BOOKED')),
  hold_id          uuid        not null,
  person_id        uuid        not null references people (id),
  expires_at       timestamptz check ((kind = 'HELD') = (expires_at is not null)),
  idempotency_key  uuid        unique check ((kind = 'BOOKED') = (idempotency_key is not null)),
  payment_id       text,
  at               timestamptz not null default now(),
  primary key (seat_id, seq)               -- <- two writers cannot both be number n
);

create unique index one_start_per_hold on seat_log (hold_id) where kind = 'HELD';
create unique index one_booking_per_seat on seat_log (seat_id) where kind = 'BOOKED';

-- payments that arrived for holds which were over
create table refunds (
  payment_id   text primary key,
  hold_id      uuid not null,
  created_at   timestamptz not null default now(),
  refunded_at  timestamptz
);

create view seat_head as
  select s.id as seat_id, s.event_id, s.code,
         coalesce(l.seq, 0) as seq, l.kind, l.hold_id, l.person_id, l.expires_at,
         case when l.kind = 'BOOKED' then 'sold'
              when l.kind = 'HELD' and l.expires_at > now() then 'held'
              else 'free' end as state
  from seats s
  left join lateral (
    select * from seat_log where seat_id = s.id order by seq desc limit 1
  ) l on true;
