create type hold_status as enum ('active', 'confirmed', 'expired', 'cancelled');

create table event (id bigint generated always as identity primary key, name text not null);

create table hold (
  id          bigint generated always as identity primary key,
  event_id    bigint not null references event (id),
  seat        varchar(8) not null,
  customer_id varchar(40) not null,
  status      hold_status not null default 'active',
  expires_at  timestamptz not null,
  idem_key    varchar(64) unique,
  updated_at  timestamptz
);

-- a seat has at most one hold that counts
create unique index hold_seat_live on hold (event_id, seat) where status in ('active', 'confirmed');
