-- Postgres, accessed from .NET with Dapper. snake_case because quoting "PascalCase" is misery.

create table event (
    event_id    int primary key,
    name        text not null,
    venue       text not null,
    starts_utc  timestamptz not null
);

create table customer (
    customer_id int primary key,
    email       text not null unique
);

create table ticket_order (
    order_id     uuid primary key,
    customer_id  int not null references customer,
    event_id     int not null references event,
    status       text not null check (status in ('holding', 'paying', 'paid', 'cancelled')),
    expires_at   timestamptz not null,
    card_token   text,
    pay_attempt  int not null default 0,
    paying_since timestamptz,
    charge_ref   text,
    created_at   timestamptz not null default now()
);

create table seat (
    seat_id     int primary key,
    event_id    int not null references event,
    block       text not null,
    row_no      text not null,
    seat_no     text not null,
    price_cents int not null,
    order_id    uuid references ticket_order,   -- the order that last got this seat, may be dead
    unique (event_id, block, row_no, seat_no)
);
create index seat_by_event on seat (event_id);
create index seat_by_order on seat (order_id);

create table order_line (
    order_id    uuid not null references ticket_order,
    seat_id     int  not null references seat,
    price_cents int  not null,
    primary key (order_id, seat_id)
);

-- issued when the order is paid. unique seat_id = belt and braces
create table ticket (
    ticket_id   bigint generated always as identity primary key,
    order_id    uuid not null references ticket_order,
    seat_id     int  not null unique references seat,
    barcode     uuid not null default gen_random_uuid()
);
