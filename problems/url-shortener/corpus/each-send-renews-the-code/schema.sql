create table shortcut (
  nr          bigserial primary key,
  slug        text not null check (slug ~ '^[a-km-zA-HJ-NP-Z2-9]{9}$'),
  target_url  text not null check (target_url ~* '^https?://'),
  account     text not null,
  send_id     uuid not null,
  made_at     timestamptz not null default now(),
  seen_at     timestamptz not null default now(),
  constraint shortcut_slug unique (slug),
  constraint shortcut_account_send_id unique (account, send_id)
);
create index shortcut_of_account on shortcut (account, made_at desc);
