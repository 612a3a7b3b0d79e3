create table link (
  id          bigint generated always as identity primary key,
  code        varchar(7)  not null,
  url         text        not null,
  team        text        not null,
  request_id  uuid        not null,
  created_at  timestamptz not null default now(),
  unique (team, request_id)
);

-- "aB3" and "Ab3" are the same code to us
create unique index link_code_any_case on link (lower(code));
create index link_of_team on link (team, id desc);
