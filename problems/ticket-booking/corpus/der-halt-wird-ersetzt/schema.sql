create table konzert (id bigserial primary key, name text not null);
create table sitz (id bigserial primary key, konzert_id bigint not null references konzert, nummer text not null, verkauft boolean not null default false);
create table halt (
  id uuid primary key default gen_random_uuid(),
  sitz_id bigint not null unique references sitz,
  gast text not null,
  gueltig_bis timestamptz not null
);
create table buchung (
  id bigserial primary key,
  sitz_id bigint not null unique references sitz,
  gast text not null,
  schluessel uuid not null unique
);
