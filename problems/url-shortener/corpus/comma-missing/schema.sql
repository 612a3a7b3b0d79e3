create table links (
  id bigserial primary key,
  code text not null unique
  url text not null,
  idem_key text unique
);
