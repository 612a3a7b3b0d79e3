create table shows (id bigserial primary key, name varchar(100) not null);
create table seats (
  id bigserial primary key,
  show_id bigint not null references shows (id),
  seat_no varchar(10) not null,
  status varchar(10) not null default 'FREE' check (status in ('FREE', 'LOCKED', 'SOLD')),
  user_id varchar(64),
  lock_token uuid unique,
  lock_expires_at timestamptz
);
create table orders (
  id bigserial primary key,
  seat_id bigint not null unique references seats (id),
  user_id varchar(64) not null,
  idempotency_key uuid not null unique,
  created_at timestamptz not null default now()
);
