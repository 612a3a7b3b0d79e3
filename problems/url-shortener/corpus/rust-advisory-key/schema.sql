-- migrations/0001_links.sql

create table links (
    code      char(8)     primary key,      -- base58
    url       text        not null check (length(url) between 8 and 16000),
    idem_key  uuid        not null unique,  -- belt and braces, see design "Retries"
    created   timestamptz not null default now()
);
