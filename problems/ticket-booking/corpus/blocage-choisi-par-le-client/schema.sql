create table concert (
    concert_id   varchar(26) primary key,          -- ULID fourni par l'organisateur
    titre        varchar(255) not null,
    debut        timestamp with time zone not null
);

create table customer (
    customer_id  varchar(26) primary key,
    email        varchar(320) not null
);

-- clé naturelle : l'organisateur nous donne (concert, libellé)
create table seat (
    concert_id   varchar(26) not null references concert,
    seat_label   varchar(16) not null,             -- 'ORCH-B-12'
    price_cents  integer not null check (price_cents > 0),
    primary key (concert_id, seat_label)
);

-- historique de tous les blocages ; l'id est choisi par le client
create table hold (
    hold_id      uuid primary key,
    concert_id   varchar(26) not null,
    seat_label   varchar(16) not null,
    customer_id  varchar(26) not null references customer,
    created_at   timestamp with time zone not null default now(),
    expires_at   timestamp with time zone not null,
    foreign key (concert_id, seat_label) references seat
);

-- l'occupation courante : 0 ou 1 ligne par place
create table seat_claim (
    concert_id   varchar(26) not null,
    seat_label   varchar(16) not null,
    hold_id      uuid not null unique references hold,
    expires_at   timestamp with time zone not null,
    sold_at      timestamp with time zone,
    primary key (concert_id, seat_label),
    foreign key (concert_id, seat_label) references seat
);

create table payment (
    hold_id      uuid not null references hold,
    attempt      smallint not null,
    status       varchar(10) not null check (status in ('PENDING','CHARGED','DECLINED','REFUNDED')),
    psp_charge   varchar(64),
    amount_cents integer not null,
    created_at   timestamp with time zone not null default now(),
    primary key (hold_id, attempt)
);
create index payment_pending on payment (created_at) where status = 'PENDING';

create table booking (
    booking_id   uuid primary key default gen_random_uuid(),
    hold_id      uuid not null unique references hold,
    concert_id   varchar(26) not null,
    seat_label   varchar(16) not null,
    customer_id  varchar(26) not null references customer,
    amount_cents integer not null,
    created_at   timestamp with time zone not null default now(),
    unique (concert_id, seat_label),
    foreign key (concert_id, seat_label) references seat
);
