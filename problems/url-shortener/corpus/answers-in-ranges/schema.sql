create table short_link (pk bigint generated always as identity primary key, code text collate "C" not null, url text not null, idem text);
create unique index short_link_code on short_link (code);
create unique index short_link_idem on short_link (idem) where idem is not null;
