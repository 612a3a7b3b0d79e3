-- Base de datos de entradas
create table funciones (
  id bigint generated always as identity primary key,
  titulo text not null,
  empieza timestamptz not null
);
create table butacas (
  id bigint generated always as identity primary key,
  funcion_id bigint not null references funciones(id),
  fila text not null,
  numero int not null,
  estado text not null default 'libre' check (estado in ('libre', 'retenido', 'vendido')),
  retenido_hasta timestamptz,
  reserva_id uuid unique,
  unique (funcion_id, fila, numero)
);
create table compras (
  id bigint generated always as identity primary key,
  butaca_id bigint not null unique references butacas(id),
  idempotency_key text unique,
  creada timestamptz default now()
);
