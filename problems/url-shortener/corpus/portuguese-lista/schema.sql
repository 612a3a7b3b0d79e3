create table links_encurtados (
  id uuid primary key default gen_random_uuid(),
  codigo text not null unique,
  url_destino text not null,
  chave_idempotencia uuid unique,
  criado_em timestamptz not null default now()
);
