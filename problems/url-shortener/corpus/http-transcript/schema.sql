create domain http_url as text check (value ~ '^https?://.+');

create table short_links (
  slug        text primary key check (length(slug) between 4 and 16),
  destination http_url not null,
  request_key text,
  created     timestamptz not null default now(),
  unique (request_key)
);

comment on table short_links is 'one row a link, never updated';
comment on column short_links.request_key is 'Idempotency-Key of the request that made it';
