create table events (id serial primary key, name text not null, venue text, event_date date);

create table seats (
  id serial primary key,
  event_id int references events(id) not null,
  label text not null,
  price_cents int not null,
  status text not null default 'free',      -- free / held / sold
  unique (event_id, label)
);

create table holds (
  id serial primary key,
  seat_id int not null references seats(id),
  email text not null,
  expires_at timestamptz not null
);

create table bookings (
  id serial primary key,
  hold_id int not null references holds(id),
  seat_id int not null references seats(id),
  email text not null,
  charge_id text,
  created_at timestamptz default now()
);
