create table events (id uuid primary key default gen_random_uuid(), name text not null);
create table seats (id uuid primary key default gen_random_uuid(), event_id uuid not null references events(id), label text not null, state smallint not null default 0 check (state in (0,1,2)), holder uuid, hold_until timestamptz, version int not null default 0);
comment on column seats.state is '0 free, 1 held, 2 sold';
create index on seats(event_id);
create table purchases (id uuid primary key default gen_random_uuid(), seat_id uuid not null unique references seats(id), buyer uuid not null, request_id uuid unique);
