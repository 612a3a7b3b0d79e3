-- url table: <id, shortURL, longURL>
create table url (
  id          bigint primary key generated always as identity,
  "shortURL"  varchar(7) not null unique,
  "longURL"   varchar(2048) not null,
  "requestId" varchar(64) unique -- idempotency
);
