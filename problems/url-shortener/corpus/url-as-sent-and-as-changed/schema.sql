create table users (
  id         bigint generated always as identity primary key,
  api_token  text not null unique,
  created_at timestamptz not null default now()
);

create table links (
  id            bigint generated always as identity primary key,
  code          text not null unique,          -- 7 Zeichen, Groß/Klein relevant
  user_id       bigint not null references users(id),
  request_id    uuid not null,                 -- kommt vom Client
  requested_url text not null,                 -- so wie beim Anlegen geschickt, wird nie geändert
  target_url    text not null,                 -- wohin wir weiterleiten, änderbar
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now(),
  unique (user_id, request_id),
  check (length(requested_url) <= 4000),
  check (length(target_url) <= 4000)
);

create index links_user_idx on links (user_id, id desc);
