create table links (
  id serial primary key,
  key text unique not null,
  target text not null,
  idempotency text unique
);
