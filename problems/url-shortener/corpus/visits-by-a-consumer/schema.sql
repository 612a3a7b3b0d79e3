create table link (
  code varchar(7) primary key,
  url text not null,
  owner uuid,
  idempotency_key uuid unique,
  created_at timestamptz default now() not null
);
create index link_by_owner on link(owner, created_at desc, code desc);
create table click (
  id bigint generated always as identity primary key,
  code varchar(7) not null references link(code),
  clicked_at timestamptz not null default now()
);
create index click_code on click(code);
