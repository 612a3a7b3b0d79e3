create table events (id uuid primary key default gen_random_uuid(), name text not null);
create table seats (id uuid primary key default gen_random_uuid(), event_id uuid not null references events(id), label text not null);
create index on seats(event_id);
create table holds (id uuid primary key default gen_random_uuid(), user_id uuid not null, expires_at timestamptz not null, status text not null default 'active' check (status in ('active','confirmed','expired')));
create table hold_seats (seat_id uuid primary key references seats(id), hold_id uuid not null references holds(id) on delete cascade);
create index on hold_seats(hold_id);
create table bookings (id uuid primary key default gen_random_uuid(), hold_id uuid not null unique references holds(id), idempotency_key uuid unique);
