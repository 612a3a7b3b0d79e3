create table links (
  code char(6) primary key,
  url text not null,
  idem uuid unique
);
