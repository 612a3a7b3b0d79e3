create table plaetze (id bigserial primary key, veranstaltung_id bigint not null, nummer text not null, unique (veranstaltung_id, nummer));
create table reservierungen (id uuid primary key default gen_random_uuid(), platz_id bigint not null unique references plaetze(id), kunde_id text, gueltig_bis timestamptz not null);
create table buchungen (id bigserial primary key, platz_id bigint not null unique references plaetze(id), kunde_id text, idempotenz_schluessel text unique);
