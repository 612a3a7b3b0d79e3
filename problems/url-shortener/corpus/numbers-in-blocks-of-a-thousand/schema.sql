create schema shortener;

-- single row; hands out blocks of link numbers to api nodes
create table shortener.number_block (
  name       text   primary key,
  next_value bigint not null check (next_value >= 0)
);
insert into shortener.number_block (name, next_value) values ('link', 100000);

create table shortener.link (
  code         text        not null,
  account_id   uuid        not null,
  client_token text        not null check (char_length(client_token) between 1 and 64),
  target_url   text        not null check (char_length(target_url) <= 2048),
  link_no      bigint      not null,
  created_at   timestamptz not null default now(),
  constraint link_pk           primary key (code),
  constraint link_no_uq        unique (link_no),
  constraint link_token_uq     unique (account_id, client_token)
);

create index link_by_account on shortener.link (account_id, created_at desc, code desc);
