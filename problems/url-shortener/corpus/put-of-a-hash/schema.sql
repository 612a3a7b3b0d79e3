create table urls (
  long_url text not null,
  code text primary key generated always as (left(md5(long_url), 8)) stored,
  created_at timestamptz not null default now()
);
