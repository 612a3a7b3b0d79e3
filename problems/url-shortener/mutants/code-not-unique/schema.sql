create table urls (
  id bigint generated always as identity primary key,
  code text not null,
  long_url text not null,
  idem_key text unique,
  owner_id text,
  created_at timestamptz not null default now()
);

create index urls_by_owner on urls (owner_id, created_at desc);

create index urls_by_code on urls (code);
