create table link (
  anfrage_id uuid primary key,      -- der Idempotency-Key vom Client
  nr         bigint generated always as identity (start with 65536),
  code       text generated always as (to_hex(nr)) stored unique,
  url        text not null,
  erstellt   timestamp not null default now()
);
