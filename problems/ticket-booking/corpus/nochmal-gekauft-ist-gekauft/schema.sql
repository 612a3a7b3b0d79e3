create table veranstaltung (id bigint primary key, name text not null);
create table platz (
  id bigint primary key,
  veranstaltung_id bigint not null references veranstaltung,
  reihe text, nummer int,
  zustand text not null default 'frei' check (zustand in ('frei','gehalten','verkauft')),
  gehalten_von text,
  gehalten_bis timestamptz
);
