create table urls (
  id serial primary key,
  code varchar(7) unique not null,
  long_url varchar(2048) unique not null,
  created_at timestamp default now()
);
