-- naming: singular, all times timestamptz (UTC), all money in minor units
create table event (
    event_id   bigint primary key,
    title      text        not null,
    starts_at  timestamptz not null
);

create table buyer (
    buyer_id   bigint primary key,
    email      text not null unique
);

create table seat (
    event_id   bigint not null references event,
    seat_code  text   not null,                 -- 'PARTER-12-07', given by the organiser
    price      bigint not null check (price >= 0),
    primary key (event_id, seat_code)
);

create table allocation (
    allocation_id uuid primary key default gen_random_uuid(),
    event_id      bigint not null,
    seat_code     text   not null,
    buyer_id      bigint not null references buyer,
    request_id    uuid   not null,               -- client generated, one per press of the button
    state         text   not null default 'HELD'
                  constraint allocation_state_ck check (state in ('HELD', 'PAYING', 'BOOKED', 'LAPSED')),
    expires_at    timestamptz not null,
    created_at    timestamptz not null default now(),
    booked_at     timestamptz,
    foreign key (event_id, seat_code) references seat,
    constraint allocation_request_uk unique (buyer_id, request_id),
    constraint allocation_booked_ck check ((state = 'BOOKED') = (booked_at is not null))
);

-- THE invariant
create unique index allocation_one_live_uk
    on allocation (event_id, seat_code)
    where state in ('HELD', 'PAYING', 'BOOKED');

create index allocation_paying_ix on allocation (created_at) where state = 'PAYING';

create table payment (
    payment_id    uuid primary key default gen_random_uuid(),  -- sent to the PSP as idempotency key
    allocation_id uuid   not null references allocation,
    amount        bigint not null,
    card_token    text   not null,
    state         text   not null default 'STARTED'
                  constraint payment_state_ck check (state in ('STARTED', 'CAPTURED', 'DECLINED')),
    created_at    timestamptz not null default now(),
    settled_at    timestamptz
);

-- any number of declined attempts, one that is open or good
create unique index payment_one_live_uk on payment (allocation_id) where state in ('STARTED', 'CAPTURED');

create table outbox (
    outbox_id  bigint generated always as identity primary key,
    topic      text  not null,
    payload    jsonb not null,
    created_at timestamptz not null default now(),
    sent_at    timestamptz
);
