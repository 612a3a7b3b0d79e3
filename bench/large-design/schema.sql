create type hold_status as enum ('ACTIVE', 'PAYING', 'CONFIRMED', 'RELEASED', 'EXPIRED');
create type refund_status as enum ('ASKED', 'SENT', 'DONE', 'REFUSED');

create table venues (
  id bigint generated always as identity primary key,
  name text not null,
  city text not null,
  time_zone text not null default 'Europe/Berlin'
);

create table events (
  id bigint generated always as identity primary key,
  venue_id bigint not null references venues,
  title varchar(200) not null,
  starts_at timestamptz not null,
  on_sale_at timestamptz not null,
  cancelled_at timestamptz
);
create index events_by_start on events (starts_at) where cancelled_at is null;

create table price_levels (
  id bigint generated always as identity primary key,
  event_id bigint not null references events,
  label varchar(40) not null,
  price_cents integer not null check (price_cents >= 0),
  currency char(3) not null default 'EUR',
  unique (event_id, label)
);

create table accounts (
  id bigint generated always as identity primary key,
  email varchar(255) not null unique,
  display_name varchar(80),
  created_at timestamptz not null default now()
);

create table seats (
  id bigint generated always as identity primary key,
  event_id bigint not null references events,
  price_level_id bigint not null references price_levels,
  section varchar(20) not null,
  row_label varchar(10) not null,
  seat_number integer not null,
  unique (event_id, section, row_label, seat_number)
);

-- One row a hold; a seat has many, one after the other.
create table seat_holds (
  id uuid primary key default gen_random_uuid(),
  seat_id bigint not null references seats,
  account_id bigint not null references accounts,
  status hold_status not null default 'ACTIVE',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  confirm_key varchar(80) unique,
  paying_since timestamptz,
  attempt integer not null default 1 -- counts refused cards
);
create index holds_by_seat on seat_holds (seat_id, status);
create index holds_in_payment on seat_holds (paying_since) where status = 'PAYING';

create table bookings (
  id bigint generated always as identity primary key,
  hold_id uuid not null unique references seat_holds,
  seat_id bigint not null unique references seats,
  account_id bigint not null references accounts,
  charge_ref varchar(80) not null,
  created_at timestamptz not null default now()
);
create index bookings_by_account on bookings (account_id, created_at desc);

create table tickets (
  id bigint generated always as identity primary key,
  booking_id bigint not null unique references bookings,
  barcode char(16) not null unique,
  holder_name varchar(120),
  scanned_at timestamptz
);

create table refunds (
  id bigint generated always as identity primary key,
  booking_id bigint not null references bookings,
  amount_cents integer not null check (amount_cents > 0),
  reason text,
  status refund_status not null default 'ASKED',
  created_at timestamptz not null default now()
);

create table vouchers (
  code varchar(20) primary key,
  percent_off integer not null check (percent_off between 1 and 100),
  uses_left integer not null default 1,
  valid_until timestamptz
);

create table waiting_list (
  id bigint generated always as identity primary key,
  event_id bigint not null references events,
  account_id bigint not null references accounts,
  wanted integer not null default 1,
  joined_at timestamptz not null default now(),
  unique (event_id, account_id)
);

create table reviews (
  id bigint generated always as identity primary key,
  event_id bigint not null references events,
  account_id bigint not null references accounts,
  stars integer not null check (stars between 1 and 5),
  body text,
  created_at timestamptz not null default now(),
  unique (event_id, account_id)
);

create table outbox (
  id bigint generated always as identity primary key,
  topic varchar(40) not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbox_unsent on outbox (id) where sent_at is null;
