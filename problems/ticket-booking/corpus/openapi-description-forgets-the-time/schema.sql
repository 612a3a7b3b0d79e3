create table shows (id uuid primary key default gen_random_uuid(), name text not null);
create table seats (
  id uuid primary key default gen_random_uuid(),
  show_id uuid not null references shows (id),
  label text not null,
  status text not null default 'FREE' check (status in ('FREE', 'HELD', 'SOLD')),
  held_by uuid,
  held_until timestamptz,
  hold_token uuid unique
);
create table bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references seats (id),
  user_id uuid not null,
  idempotency_key uuid not null unique
);
