create table links (id bigserial primary key, short text unique not null, long text not null, idempotency_key uuid unique, owner text, created timestamptz default now());
create index on links (owner, created desc);
