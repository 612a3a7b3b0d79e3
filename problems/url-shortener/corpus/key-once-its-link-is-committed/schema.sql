create table short_urls (
  code        varchar(8)    primary key,
  target      varchar(4096) not null,
  created_utc timestamptz   not null default now()
);

create table idempotency_keys (
  key         uuid          primary key,
  target      varchar(4096) not null,
  code        varchar(8)    not null references short_urls(code),
  created_utc timestamptz   not null default now()
);
