create table events (id bigserial primary key, name text not null);
create table users (id bigserial primary key, name text);
create table seats (id bigserial primary key, event_id bigint not null references events(id), label text not null, unique(event_id,label));
create table holds (
  id uuid primary key default gen_random_uuid(),
  seat_id bigint not null unique references seats(id),
  user_id bigint not null references users(id),
  expires_at timestamptz not null
);
create index on holds(user_id);
create table bookings (
  id bigserial primary key,
  seat_id bigint not null unique references seats(id),
  user_id bigint not null references users(id),
  idempotency_key uuid not null unique
);
create index on bookings(user_id);
