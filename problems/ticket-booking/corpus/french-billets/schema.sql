create table seances (
  id uuid primary key default gen_random_uuid(),
  titre text not null,
  debut timestamptz not null
);
create table sieges (
  id uuid primary key default gen_random_uuid(),
  seance_id uuid not null references seances (id),
  rang text not null,
  numero int not null,
  statut text not null default 'libre' check (statut in ('libre', 'retenu', 'vendu')),
  reservation_id uuid unique,
  expire_le timestamptz,
  unique (seance_id, rang, numero)
);
create table billets (
  id uuid primary key default gen_random_uuid(),
  siege_id uuid not null unique references sieges (id),
  cle_idempotence text unique
);
