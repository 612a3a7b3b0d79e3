create table links (code text primary key, url text not null, owner text not null, idempotency_key text, created_at timestamptz not null default now(), unique (owner, idempotency_key));
