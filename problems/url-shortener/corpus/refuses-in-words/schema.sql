create table links (
  short_code varchar(16) primary key,
  long_url text not null,
  idempotency_key uuid unique,
  created_at timestamptz not null default now()
);
