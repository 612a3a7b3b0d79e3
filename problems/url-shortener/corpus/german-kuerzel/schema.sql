-- Kurzlinks
create table kurzlinks (
  kuerzel     varchar(8) primary key,
  ziel        text not null,
  anfrage_id  uuid unique,           -- Idempotency-Key
  besitzer    text,
  erstellt_am timestamptz not null default now()
);
create index kurzlinks_besitzer_idx on kurzlinks (besitzer, erstellt_am desc);
