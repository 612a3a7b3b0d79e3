create table account (
  id   uuid primary key default gen_random_uuid(),
  nick text not null
);

create table show (
  id    uuid primary key default gen_random_uuid(),
  title text not null,
  day   date not null
);

create table show_seat (
  show_id        uuid not null references show(id),
  seat           text not null,                 -- 'C-17'
  cents          integer not null,
  sale_state     smallint not null default 0,   -- 0 open, 1 reserved, 2 settling, 3 sold
  reservation    uuid unique,
  reserved_for   uuid references account(id),
  reserved_till  timestamptz,
  payment_intent text unique,
  settling_since timestamptz,
  primary key (show_id, seat)
);
create index on show_seat (settling_since) where sale_state = 2;

create table ticket (
  id             uuid primary key default gen_random_uuid(),
  show_id        uuid not null,
  seat           text not null,
  reservation    uuid not null unique,
  account_id     uuid not null references account(id),
  payment_intent text not null unique,
  sold_at        timestamptz not null,
  unique (show_id, seat),
  foreign key (show_id, seat) references show_seat (show_id, seat)
);
