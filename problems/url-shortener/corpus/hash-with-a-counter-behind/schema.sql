create table urls (
  digest text primary key,
  address text not null,
  member_id text,
  made_at timestamp with time zone not null default now()
);
create index urls_member on urls using btree (member_id, made_at desc);
