create extension if not exists citext;

create table links (
  id uuid primary key default gen_random_uuid(),
  short_code citext not null,
  target_url text not null,
  idempotency_key uuid,
  deleted_at timestamptz
);
create unique index links_code on links (short_code);
create unique index links_idem on links (idempotency_key);
create index links_alive on links (short_code) where deleted_at is null;
