create table seats (id bigserial primary key, event_id bigint not null, label text not null);
create table holds (
  seat_id bigint primary key references seats(id),
  user_id text not null,
  expires_at timestamptz not null
);
create table bookings (id bigserial primary key, seat_id bigint not null references seats(id), user_id text not null, idempotency_key uuid not null unique);
create index on bookings (seat_id);
