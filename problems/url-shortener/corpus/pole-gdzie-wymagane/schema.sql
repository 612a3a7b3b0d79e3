create table linki (id bigserial primary key, kod text not null unique, url text not null, klucz text not null unique, utworzono timestamptz default now());
