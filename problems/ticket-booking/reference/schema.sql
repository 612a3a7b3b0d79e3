create table events (
  id bigint generated always as identity primary key,
  name text not null,
  starts_at timestamptz not null
);

create table seats (
  event_id bigint not null references events,
  seat_no text not null,
  status text not null default 'free' check (status in ('free', 'held', 'sold')),
  hold_id uuid unique,
  hold_until timestamptz,
  user_id text,
  primary key (event_id, seat_no)
);

create table bookings (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  seat_no text not null,
  user_id text,
  idem_key text unique,
  created_at timestamptz not null default now(),
  unique (event_id, seat_no),
  foreign key (event_id, seat_no) references seats
);
