-- one row; app servers lease blocks of 1000
create table id_blocks (
  name       text primary key,
  next_free  bigint not null
);
insert into id_blocks values ('link', 1);

create table links (
  code        text primary key,
  target      text not null,
  tenant      uuid not null,
  request_id  uuid not null,
  created_at  timestamptz not null default now(),
  unique (tenant, request_id)
);
create index on links (tenant, created_at desc, code);
