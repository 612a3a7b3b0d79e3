-- Postgres 16
create table veranstaltungen (
  id    bigserial primary key,
  titel text not null
);

create table kunden (
  id    bigserial primary key,
  email text not null unique
);

create table sitze (
  id               bigserial primary key,
  veranstaltung_id bigint not null references veranstaltungen(id),
  platz            text not null,
  preis_cent       int not null check (preis_cent >= 0),
  zustand          text not null default 'frei' check (zustand in ('frei', 'gehalten', 'verkauft')),
  reservierung_id  uuid unique,
  gehalten_von     bigint references kunden(id),
  gehalten_bis     timestamptz,
  unique (veranstaltung_id, platz)
);
create index on sitze (gehalten_von);

-- Die Reservierung steht in der Zeile des Sitzes, daher kein Fremdschlüssel.
create table zahlungen (
  id              uuid primary key,
  reservierung_id uuid not null,
  kunde_id        bigint not null references kunden(id),
  karten_token    text not null,
  betrag_cent     int not null,
  zustand         text not null check (zustand in ('begonnen', 'bezahlt', 'abgelehnt')),
  anbieter_ref    text,
  angelegt        timestamptz not null default now()
);
create index on zahlungen (kunde_id);
create unique index eine_offene_zahlung on zahlungen (reservierung_id) where zustand in ('begonnen', 'bezahlt');

-- Keine Buchung ohne Zahlung.
create table buchungen (
  id              uuid primary key default gen_random_uuid(),
  sitz_id         bigint not null unique references sitze(id),
  reservierung_id uuid not null unique,
  kunde_id        bigint not null references kunden(id),
  zahlung_id      uuid not null unique references zahlungen(id)
);
create index on buchungen (kunde_id);
