create table links (
  id bigint generated always as identity primary key,
  owner_id text,
  code text not null unique,
  url text not null,
  idempotency_key text,
  unique (idempotency_key)
);
