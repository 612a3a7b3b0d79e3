create table skrot (
  kod        varchar(8) primary key,
  adres      text not null,
  klucz      uuid not null unique,
  utworzono  timestamptz not null default now()
);
