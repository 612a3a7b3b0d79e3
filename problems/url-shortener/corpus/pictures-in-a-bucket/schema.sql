create table links (code text primary key, url text not null, owner text, idem_key text unique, qr_object text, created_at timestamptz not null default now());
create index on links (owner, created_at desc);
