create table links (
  id bigserial primary key,
  code varchar(8) not null,
  long_url text not null,
  idempotency_key uuid unique,
  created_at timestamptz not null default now()
);
create index links_code on links(code);
