create table tenants (
  tenant text primary key,
  plan   text not null default 'free' check (plan in ('free', 'pro'))
);

create table links (
  tenant  text not null default 'public',
  code    text not null,
  url     text not null,
  dedup   text unique,
  created timestamptz not null default now(),
  primary key (tenant, code)
);
create index on links (code);
