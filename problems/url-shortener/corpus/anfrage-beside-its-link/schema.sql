-- Kurzlinks

create table kurzlink (
    kuerzel     text primary key check (length(kuerzel) = 8),
    ziel        text not null check (ziel ~* '^https?://' and length(ziel) <= 2000),
    angelegt_am timestamptz not null default now()
);

-- welche Anfrage hat welches Kürzel erzeugt
create table anfrage (
    anfrage_id  uuid primary key,
    kuerzel     text not null references kurzlink (kuerzel) deferrable initially deferred,
    eingang     timestamptz not null default now()
);
