create extension if not exists btree_gist;

create table short_links (
  code         char(9) primary key,
  target       text not null,
  request_id   uuid,
  requested_at timestamptz not null default now(),
  constraint one_link_a_request exclude using gist (request_id with =)
);
