create table go_link (
  key        text primary key,
  href       text not null,
  request_id uuid unique,
  made_at    timestamptz not null default now()
);
