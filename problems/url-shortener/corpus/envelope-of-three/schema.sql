create extension if not exists citext;
create table account (id uuid primary key default gen_random_uuid(), email citext unique);
create table link (id uuid primary key default gen_random_uuid(), account_id uuid references account(id), slug varchar(12) not null, target varchar(2000) not null, dedupe_key uuid, created_at timestamptz not null default now(), unique (slug), unique (account_id, dedupe_key));
create unique index on link (dedupe_key) where account_id is null;
