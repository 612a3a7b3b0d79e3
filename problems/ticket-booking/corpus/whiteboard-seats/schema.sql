create table seats (
  id bigserial primary key,
  event_id bigint not null,
  label text not null,
  status text not null default 'available' check (status in ('available','held','booked')),
  held_by text,
  held_until timestamptz
);
create table bookings (
  id bigserial primary key,
  seat_id bigint unique not null references seats(id),
  user_id text,
  idempotency_key text unique
);
