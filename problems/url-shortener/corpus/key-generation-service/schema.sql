create table key_pool (
  code varchar(7) primary key,
  used boolean not null default false
);
create table urls (
  code varchar(7) primary key references key_pool(code),
  long_url text not null,
  idempotency_key uuid unique,
  created_at timestamptz not null default now()
);
