create table evento (id bigserial primary key, nome varchar(200) not null);
create table assento (
  id bigserial primary key,
  evento_id bigint not null references evento(id),
  codigo varchar(10) not null,
  status varchar(12) not null default 'livre' check (status in ('livre', 'reservado', 'vendido')),
  reserva_id uuid unique,
  reservado_ate timestamptz,
  unique (evento_id, codigo)
);
create table compra (
  id bigserial primary key,
  assento_id bigint not null unique references assento(id),
  reserva_id uuid not null unique,
  chave uuid unique
);
