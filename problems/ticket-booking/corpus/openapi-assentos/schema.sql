create type situacao_reserva as enum ('pendente', 'confirmada', 'expirada');

create table sessao (
  id serial primary key,
  titulo text not null,
  inicio timestamptz not null
);

create table reserva (
  id uuid primary key default gen_random_uuid(),
  sessao_id int not null references sessao (id),
  assento text not null,
  cliente_id text not null,
  situacao situacao_reserva not null default 'pendente',
  expira_em timestamptz not null default now() + interval '2 minutes',
  chave_idempotencia uuid unique
);
create unique index reserva_assento_ativa on reserva (sessao_id, assento) where situacao <> 'expirada';
