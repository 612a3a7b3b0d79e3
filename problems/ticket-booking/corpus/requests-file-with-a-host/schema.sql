create table seats (id bigint primary key, event_id bigint not null, label text not null);
create table holds (
  id uuid primary key default gen_random_uuid(),
  seat_id bigint not null references seats (id),
  user_id bigint not null,
  expires_at timestamptz not null,
  status text not null default 'active' check (status in ('active', 'confirmed', 'expired'))
);
create unique index one_live_hold on holds (seat_id) where status <> 'expired';
create table bookings (
  id bigint generated always as identity primary key,
  hold_id uuid not null unique references holds (id),
  seat_id bigint not null unique references seats (id),
  user_id bigint not null,
  idempotency_key uuid unique
);
