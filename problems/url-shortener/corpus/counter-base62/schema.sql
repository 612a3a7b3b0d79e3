create sequence code_seq start 100000;
create table mapping (
  id bigint primary key default nextval('code_seq'),
  code varchar(11) unique, -- base62(id)
  url text not null,
  idem varchar(80),
  constraint mapping_idem unique (idem)
);
