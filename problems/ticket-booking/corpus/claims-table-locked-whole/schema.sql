create table attendees (id int primary key, email text not null);

create table seats (
  id       int primary key,
  event_id int not null,
  label    text not null
);

create table claims (
  id           uuid primary key default gen_random_uuid(),
  seat_id      int not null references seats (id),
  attendee_id  int not null references attendees (id),
  valid_until  timestamptz not null
);
create index on claims (seat_id, valid_until);

create table sales (
  id           bigint generated always as identity primary key,
  claim_id     uuid not null references claims (id),
  seat_id      int not null references seats (id),
  attendee_id  int not null references attendees (id),
  request_key  uuid
);
