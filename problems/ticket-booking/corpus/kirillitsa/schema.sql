create table события (
  id bigserial primary key,
  название text not null
);
create table места (
  id bigserial primary key,
  событие_id bigint not null references события(id),
  номер text not null,
  unique (событие_id, номер)
);
create table брони (
  id uuid primary key default gen_random_uuid(),
  место_id bigint not null unique references места(id),
  пользователь_id bigint not null,
  истекает timestamptz not null
);
create table заказы (
  id uuid primary key default gen_random_uuid(),
  бронь_id uuid not null unique references брони(id),
  место_id bigint not null unique references места(id),
  ключ_идемпотентности text unique
);
