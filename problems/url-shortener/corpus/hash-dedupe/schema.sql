create table url (
  code varchar(7) primary key,
  long_url text not null,
  url_hash text not null,
  unique (url_hash)
);
