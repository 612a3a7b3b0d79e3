create table events (id serial primary key, name text);
create table seats (id serial primary key, event_id int references events(id), seat_no text);
create table reservations (
  id uuid primary key default gen_random_uuid(),
  seat_id int not null unique references seats(id),
  user_id int not null,
  expires_at timestamptz not null
);
create table payments (
  id serial primary key,
  reservation_id uuid not null references reservations(id),
  amount_cents int not null default 5000,
  paid_at timestamptz not null default now()
);
