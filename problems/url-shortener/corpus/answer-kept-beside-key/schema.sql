create table urls (
  id bigserial primary key,
  code varchar(10) not null unique,
  long_url text not null,
  created_at timestamptz not null default now()
);
create table idempotency_keys (
  idempotency_key text primary key,
  status_code int not null,
  response_body jsonb not null,
  created_at timestamptz not null default now()
);
