-- nomes em português porque é assim que a gente faz aqui, espero que ok

create table eventos (
    id          bigserial primary key,
    nome        varchar(200) not null,
    data_show   timestamptz not null
);

create table clientes (
    id          bigserial primary key,
    nome        varchar(120) not null,
    email       varchar(200) not null unique
);

create table assentos (
    id              bigserial primary key,
    evento_id       bigint not null references eventos(id),
    setor           varchar(40) not null,
    fila            varchar(10) not null,
    numero          int not null,
    preco_centavos  int not null check (preco_centavos >= 0),
    unique (evento_id, setor, fila, numero)
);

-- toda reserva que já existiu. nunca apaga.
create table reservas (
    token       uuid primary key default gen_random_uuid(),
    assento_id  bigint not null references assentos(id),
    cliente_id  bigint not null references clientes(id),
    criada_em   timestamptz not null default now(),
    expira_em   timestamptz not null
);

-- quem manda no assento AGORA. no máximo uma linha por assento (PK!)
-- sem linha = livre / expira_em passou e vendido_em nulo = livre
-- expira_em no futuro e vendido_em nulo = reservado / vendido_em preenchido = vendido
create table ocupacoes (
    assento_id  bigint primary key references assentos(id),
    token       uuid not null unique references reservas(token),
    expira_em   timestamptz not null,
    vendido_em  timestamptz
);

create table vendas (
    id              bigserial primary key,
    token           uuid not null unique references reservas(token),
    assento_id      bigint not null unique references assentos(id),
    cliente_id      bigint not null references clientes(id),
    valor_centavos  int not null,
    autorizacao_id  varchar(100) not null,
    captura         varchar(10) not null default 'pendente' check (captura in ('pendente','ok')),
    criada_em       timestamptz not null default now()
);

create index vendas_captura_pendente on vendas (criada_em) where captura = 'pendente';
create index assentos_evento on assentos (evento_id);
