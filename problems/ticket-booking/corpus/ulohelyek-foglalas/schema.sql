create table esemenyek (id bigserial primary key, nev text not null);
create table ulohelyek (
  id bigserial primary key,
  esemeny_id bigint not null references esemenyek(id),
  sor text not null, szek int not null,
  allapot text not null default 'szabad' check (allapot in ('szabad','foglalt','eladva')),
  foglalo_id text,
  foglalas_lejar timestamptz,
  unique (esemeny_id, sor, szek)
);
create table jegyek (
  id bigserial primary key,
  ulohely_id bigint not null unique references ulohelyek(id),
  vevo_id text not null,
  idempotencia_kulcs uuid not null unique
);
