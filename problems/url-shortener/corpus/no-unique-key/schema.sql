create table links (
  id serial primary key,
  code char(7) not null unique,
  url text not null,
  idempotency_key text
);
