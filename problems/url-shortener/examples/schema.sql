-- PostgreSQL. One table a thing, each with a primary key; add what else your design has to remember.
create table links (
  id bigint generated always as identity primary key,
  created_at timestamptz not null default now()
);
