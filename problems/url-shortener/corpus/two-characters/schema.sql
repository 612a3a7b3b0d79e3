create table links (
  id bigserial primary key,
  code char(2) not null,
  url text not null,
  idem_key text unique
);
create index on links (code);
