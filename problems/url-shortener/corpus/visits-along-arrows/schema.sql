create table links (
  short_code text primary key,
  long_url text not null,
  owner_id bigint,
  idempotency_key text,
  click_count bigint not null default 0,
  created_at timestamptz not null default now(),
  unique (idempotency_key)
);
create index on links (owner_id, created_at);
create table clicks (id bigserial primary key, short_code text not null references links(short_code) on delete cascade, clicked_at timestamptz not null default now());
create index on clicks (short_code);
