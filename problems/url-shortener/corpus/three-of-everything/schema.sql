create table links (id bigint generated always as identity primary key, code text unique not null, url text not null, idem_key uuid unique, visits int not null default 0);
create table clicks (id bigint generated always as identity primary key, code text not null, at timestamptz not null default now());
create index on clicks(code);
