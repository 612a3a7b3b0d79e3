create table links (
  code char(5) primary key,
  url text not null,
  idem uuid unique
);
