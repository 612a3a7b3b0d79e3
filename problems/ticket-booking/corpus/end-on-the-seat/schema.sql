create table users (id bigserial primary key, email text not null unique);
create table events (id bigserial primary key, name text not null);
create table seats (
  id bigserial primary key,
  event_id bigint not null references events(id),
  label text not null,
  status text not null default 'AVAILABLE' check (status in ('AVAILABLE','HELD','SOLD')),
  held_until timestamptz,
  current_hold_id bigint,
  unique (event_id, label)
);
create table holds (
  id bigserial primary key,
  seat_id bigint not null references seats(id),
  user_id bigint not null references users(id),
  created_at timestamptz not null default now()
);
create table bookings (
  id bigserial primary key,
  hold_id bigint not null unique references holds(id),
  seat_id bigint not null unique references seats(id),
  user_id bigint not null references users(id)
);
