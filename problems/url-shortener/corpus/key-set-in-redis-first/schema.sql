create table pairs (
  tail text primary key,
  target_url text not null,
  member_id bigint,
  made_at timestamptz not null default now()
);
create index on pairs (member_id, made_at);
