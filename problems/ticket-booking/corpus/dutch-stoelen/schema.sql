create table voorstelling (id int generated always as identity primary key, naam text not null);
create table stoel (
  id int generated always as identity primary key,
  voorstelling_id int not null references voorstelling(id),
  rij text not null, nummer int not null,
  vastgehouden_door uuid,
  vastgehouden_tot timestamptz,
  verkocht boolean not null default false,
  unique (voorstelling_id, rij, nummer)
);
create table boeking (
  id int generated always as identity primary key,
  stoel_id int not null unique references stoel(id),
  klant_id uuid not null,
  sleutel uuid unique
);
