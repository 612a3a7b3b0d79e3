create table concerts (id uuid primary key, title text not null);
create table places (id uuid primary key, concert_id uuid not null references concerts, label text not null, sold boolean not null default false);
create table purchases (
  id uuid primary key default gen_random_uuid(),
  place_id uuid not null unique references places,
  buyer_id text not null,
  idempotency_key text not null unique
);
