create table links (
  code varchar(4) primary key,
  url text not null,
  idempotency_key text unique,
  created_at timestamptz not null default now()
);
