create table seats (
  id uuid primary key default gen_random_uuid(),
  concert_id uuid not null,
  section text not null,
  number int not null
);

create table reservations (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null references seats,
  user_id text not null,
  status text not null default 'PENDING',
  expires_at timestamptz not null,
  created_at timestamptz default now(),
  constraint valid_status check (status in ('PENDING', 'CONFIRMED', 'CANCELLED'))
);
create unique index one_live_reservation on reservations (seat_id) where status in ('PENDING', 'CONFIRMED');

create table idempotency_keys (
  key uuid primary key,
  reservation_id uuid not null references reservations,
  created_at timestamptz not null default now()
);
