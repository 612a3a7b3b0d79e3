create table short_links (
  id bigserial primary key,
  slug varchar(10) not null unique,
  target text not null,
  request_id uuid unique,
  created_at timestamptz not null default now()
);
