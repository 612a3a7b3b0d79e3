create table holds (
  id uuid primary key,
  seat_id int not null unique,
  user_id int not null,
  expires_at timestamptz not null
);
