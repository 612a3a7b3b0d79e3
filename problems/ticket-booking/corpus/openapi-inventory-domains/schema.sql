create domain seat_code as text check (value ~ '^[A-Z]{1,2}[0-9]{1,3}$');
create domain account_ref as text check (length(value) between 1 and 64);
create domain money_cents as integer check (value >= 0);

create table show (
  show_id  bigint generated always as identity primary key,
  title    text not null,
  doors_at timestamptz not null
);
comment on table show is 'Written by the organiser''s system.';

create table seat_inventory (
  show_id       bigint not null references show,
  seat_code     seat_code not null,
  price         money_cents not null default 0,
  availability  text not null default 'available' check (availability in ('available', 'locked', 'purchased')),
  lock_token    uuid,
  locked_until  timestamptz,
  locked_by     account_ref,
  primary key (show_id, seat_code),
  -- locked_until says something only while the seat is locked
  check (availability <> 'locked' or locked_until is not null)
);
create unique index seat_inventory_lock on seat_inventory (lock_token) where lock_token is not null;
create index seat_inventory_map on seat_inventory (show_id, availability);

create table purchase (
  purchase_id bigint generated always as identity primary key,
  show_id     bigint not null,
  seat_code   seat_code not null,
  account     account_ref,
  request_id  uuid unique,
  foreign key (show_id, seat_code) references seat_inventory,
  unique (show_id, seat_code)
);

create view free_seat as
  select show_id, seat_code, price from seat_inventory
  where availability = 'available' or (availability = 'locked' and locked_until < now());
