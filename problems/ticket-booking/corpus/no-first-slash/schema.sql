create table users(id uuid primary key);
create table events(id uuid primary key, name text);
create table seats(id uuid primary key, event_id uuid references events, name text);
create table tickets(
  id uuid primary key default gen_random_uuid(),
  seat_id uuid unique references seats,
  user_id uuid references users,
  paid bool default false,
  exp timestamptz,
  idem uuid unique
);
