-- Platzreservierung
create table veranstaltung (
  veranstaltung_id integer generated always as identity primary key,
  bezeichnung      text not null,
  beginn           timestamptz not null
);

create table sitzplatz (
  sitzplatz_id     integer generated always as identity primary key,
  veranstaltung_id integer not null references veranstaltung,
  reihe            text not null,
  nummer           integer not null,
  zustand          text not null default 'frei' check (zustand in ('frei', 'gesperrt', 'verkauft')),
  gesperrt_bis     timestamptz,
  reservierung_id  uuid unique,
  kunde            text,
  unique (veranstaltung_id, reihe, nummer)
);

create table buchung (
  buchung_id   integer generated always as identity primary key,
  sitzplatz_id integer not null unique references sitzplatz,
  kunde        text,
  schluessel   uuid unique,   -- Idempotency-Key
  gebucht_am   timestamptz not null default now()
);
