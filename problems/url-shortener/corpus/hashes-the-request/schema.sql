create table short_links (
  link_code varchar(10) primary key,
  target_url text not null,
  created_at timestamptz not null default now()
);

create table idempotent_requests (
  idempotency_key text primary key,
  request_hash char(64) not null, -- so that a key cannot be used for another request
  link_code varchar(10) not null references short_links (link_code) on delete cascade,
  received_at timestamptz not null
);
create index idempotent_requests_link on idempotent_requests (link_code);
