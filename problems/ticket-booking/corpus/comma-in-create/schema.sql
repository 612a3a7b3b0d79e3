create table seats (
  id bigint primary key,
  event_id bigint not null
  status text not null default 'free',
  held_until timestamptz
);
