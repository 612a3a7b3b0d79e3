create table users (
  id bigserial primary key,
  email varchar not null unique,
  created_at timestamptz not null default now()
);

create table events (
  id bigserial primary key,
  name varchar not null,
  on_sale_at timestamptz,
  created_at timestamptz not null default now()
);

create table seats (
  id bigserial primary key,
  event_id bigint not null references events,
  label varchar not null,           -- "A-12"
  price_cents integer not null,
  unique (event_id, label)
);

create table holds (
  id bigserial primary key,
  seat_id bigint not null references seats,
  user_id bigint not null references users,
  expires_at timestamptz not null default now() + interval '2 minutes',
  released_at timestamptz,
  confirmed_at timestamptz,
  created_at timestamptz not null default now(),
  check (released_at is null or confirmed_at is null)
);

-- THE invariant: at most one un-released hold per seat. A confirmed hold is never released.
create unique index one_open_hold_per_seat on holds (seat_id) where released_at is null;
create index on holds (user_id);

create table payments (
  id bigserial primary key,
  hold_id bigint not null references holds,
  amount_cents integer not null,
  status varchar not null default 'pending'
    check (status in ('pending', 'succeeded', 'declined', 'refunded')),
  psp_charge_id varchar,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index one_open_payment_per_hold on payments (hold_id) where status in ('pending', 'succeeded');

create table bookings (
  id bigserial primary key,
  hold_id bigint not null unique references holds,
  seat_id bigint not null unique references seats,
  user_id bigint not null references users,
  payment_id bigint not null references payments,
  created_at timestamptz not null default now()
);
