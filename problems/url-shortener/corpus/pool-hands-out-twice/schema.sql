create table key_pool (
  id bigserial primary key,
  code varchar(7) not null,
  used boolean not null default false
);
create table urls (
  id bigserial primary key,
  code varchar(7) not null,
  long_url text not null,
  idempotency_key uuid unique
);
create index on urls (code);
