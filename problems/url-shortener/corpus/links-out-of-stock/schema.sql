-- One row per code. A code with no destination is free; a code with one is a link.
create table codes (
    code         char(8) primary key,
    destination  text,
    request_ref  varchar(80),
    taken_at     timestamptz,
    constraint codes_request_ref_once unique (request_ref),
    constraint free_or_taken check (
        (destination is null and request_ref is null and taken_at is null)
        or (destination is not null and request_ref is not null and taken_at is not null)
    )
);

create index codes_free on codes (code) where destination is null;

-- opening stock; the stocker keeps it topped up afterwards
insert into codes (code)
select substr(md5(random()::text || g::text), 1, 8)
from generate_series(1, 20000) g
on conflict do nothing;
