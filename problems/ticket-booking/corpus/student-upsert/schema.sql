create table users (
  id   serial primary key,
  name text not null
);

create table events (
  id   serial primary key,
  name text not null,
  date timestamptz
);

create table seats (
  event_id int not null references events(id),
  seat_no  int not null,
  price    int not null default 0,
  primary key (event_id, seat_no)
);

-- at most one row per seat (a hold or a booking)
create table tickets (
  event_id    int not null,
  seat_no     int not null,
  hold_id     uuid not null unique default gen_random_uuid(),
  user_id     int not null references users(id),
  expires_at  timestamptz not null,
  booked      boolean not null default false,
  booking_key uuid unique,
  primary key (event_id, seat_no),
  foreign key (event_id, seat_no) references seats(event_id, seat_no)
);
