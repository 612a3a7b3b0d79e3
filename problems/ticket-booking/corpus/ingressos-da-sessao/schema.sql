create table sessoes (id serial primary key, titulo text not null);
create table ingressos (
  id serial primary key,
  sessao_id int not null references sessoes(id),
  fileira text not null, numero int not null,
  situacao text not null default 'disponivel' check (situacao in ('disponivel','reservado','vendido')),
  reservado_por text, reservado_ate timestamptz,
  unique (sessao_id, fileira, numero)
);
create table compras (id serial primary key, ingresso_id int not null unique references ingressos(id), cliente text not null, chave_idempotencia uuid not null unique);
