create table short_urls (
  id bigint generated always as identity primary key,
  slug text not null unique,
  full_url text not null,
  created_at timestamptz not null default now()
);

create table seen_requests (
  idempotency_key uuid primary key,
  short_url_id bigint not null references short_urls (id),
  at timestamptz not null default now()
);
