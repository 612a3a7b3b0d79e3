create table sieges (id bigserial primary key, seance_id bigint not null, numero text not null, statut text not null default 'libre' check (statut in ('libre','retenu','vendu')), utilisateur_id text, expire_le timestamptz);
create table billets (id bigserial primary key, siege_id bigint not null unique references sieges(id), utilisateur_id text, cle_idempotence text unique);
