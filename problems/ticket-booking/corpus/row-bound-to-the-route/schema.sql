create table shows (id bigserial primary key, name varchar(255) not null);
create table users (id bigserial primary key, email varchar(255) not null unique);
create table seats (
  id bigserial primary key,
  show_id bigint not null references shows (id) on delete cascade,
  label varchar(16) not null,
  status varchar(16) not null default 'available' check (status in ('available', 'held', 'sold')),
  held_by bigint references users (id),
  hold_expires_at timestamptz,
  unique (show_id, label)
);
create index on seats (held_by);
create table orders (
  id bigserial primary key,
  seat_id bigint not null unique references seats (id),
  user_id bigint not null references users (id),
  idempotency_key char(36) not null unique,
  created_at timestamptz not null default now()
);
create index on orders (user_id);
