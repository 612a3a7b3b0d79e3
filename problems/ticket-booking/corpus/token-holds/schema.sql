create table shows (id uuid primary key default gen_random_uuid(), title text not null, starts_at timestamptz not null);
create table seats (id uuid primary key default gen_random_uuid(), show_id uuid not null references shows, label text not null, unique (show_id, label));
create table locks (
  token uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references seats,
  user_id text,
  expires_at timestamptz not null
);
create table bookings (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references seats,
  user_id text,
  idem_key uuid unique
);
