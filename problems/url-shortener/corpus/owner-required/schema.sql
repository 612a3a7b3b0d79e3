create table users (id bigserial primary key, email text not null unique);
create table links (
  id bigserial primary key,
  code text not null unique,
  url text not null,
  idem_key text unique,
  user_id bigint not null references users (id)
);
create index on links (user_id);
