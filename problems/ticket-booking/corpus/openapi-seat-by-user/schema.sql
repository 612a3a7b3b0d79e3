create table events (
  event_id text primary key,
  starts_at timestamptz
);

create table event_seats (
  event_id   text not null references events,
  seat_no    text not null,
  status     text not null default 'open' check (status in ('open', 'held', 'sold')),
  held_by    text,
  held_until timestamptz,
  primary key (event_id, seat_no)
);

create table tickets (
  ticket_no bigint generated always as identity primary key,
  event_id  text not null,
  seat_no   text not null,
  user_id   text not null,
  idempotency_key text unique,
  unique (event_id, seat_no),
  foreign key (event_id, seat_no) references event_seats
);
