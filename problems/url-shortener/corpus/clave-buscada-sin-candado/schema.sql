create table enlaces (
  id bigserial primary key,
  codigo text not null unique,
  url text not null,
  clave_idempotencia uuid
);
create index on enlaces (clave_idempotencia);
