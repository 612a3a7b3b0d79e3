CREATE DATABASE shortener;
\c shortener
CREATE SCHEMA IF NOT EXISTS app;
CREATE EXTENSION IF NOT EXISTS plpgsql;
CREATE TABLE app.users (id bigint generated always as identity primary key, email text unique);
CREATE TABLE app.links (
  id bigint generated always as identity primary key,
  code varchar(8) not null unique,
  url text not null,
  user_id bigint references app.users(id),
  idempotency_key text unique,
  created_at timestamptz not null default now()
);
CREATE INDEX ON app.links (user_id, created_at desc);
