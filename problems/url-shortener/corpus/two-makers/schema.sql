create table links (
  code text primary key,
  url text not null,
  idem_key text unique
);
