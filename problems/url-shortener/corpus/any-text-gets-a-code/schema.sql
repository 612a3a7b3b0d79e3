create table links (
    codigo     char(7)      primary key,
    destino    text         not null,
    dono       varchar(80)  not null,
    chave      varchar(80)  not null,   -- Idempotency-Key
    criado_em  timestamptz  not null default clock_timestamp(),
    unique (dono, chave)
);

create index links_do_dono on links (dono, criado_em desc);
