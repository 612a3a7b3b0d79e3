-- entradas.sql (PostgreSQL)

create table eventos (
    codigo   varchar(40) primary key,      -- 'rosalia-mad-2024'
    titulo   varchar(200) not null,
    fecha    timestamptz
);

create table clientes (
    id       serial primary key,
    nombre   varchar(120) not null,
    email    varchar(200)
);

create table asientos (
    evento          varchar(40) not null references eventos(codigo),
    asiento         varchar(10) not null,  -- 'F7-12' (fila 7, asiento 12)
    precio          numeric(8,2) not null default 0,

    -- quién lo tiene, hasta cuándo, y si ya lo compró
    cliente_id      int references clientes(id),
    retenido_hasta  timestamptz,
    vendido_en      timestamptz,
    localizador     uuid unique,
    pago            varchar(80),

    version         int not null default 0,   -- bloqueo optimista

    primary key (evento, asiento),
    check (vendido_en is null or (cliente_id is not null and localizador is not null))
);
