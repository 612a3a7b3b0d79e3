create table gigs (id serial primary key, name text, at timestamptz);
create table seats (id serial primary key, gig_id int not null references gigs(id), label text not null, unique (gig_id, label));
create table holds (
  id uuid primary key default gen_random_uuid(),
  gig_id int not null references gigs(id),
  user_id text not null,
  expires_at timestamptz not null
);
create table held_seats (
  seat_id int primary key references seats(id),
  hold_id uuid not null references holds(id) on delete cascade
);
create index on held_seats (hold_id);
create table bookings (id uuid primary key default gen_random_uuid(), hold_id uuid, user_id text not null, idem_key text not null unique, created_at timestamptz default now());
create table booked_seats (seat_id int primary key references seats(id), booking_id uuid not null references bookings(id));
