create table links (
  code        text primary key,             -- 8 chars base62, from sha256
  url         text not null,
  owner       text not null,
  created_at  timestamptz not null default now()
);

create index links_owner_newest on links (owner, created_at desc);
