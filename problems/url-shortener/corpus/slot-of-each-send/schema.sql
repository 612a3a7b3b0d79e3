-- a slug is reckoned from team, dedup token and round; whoever gets the slot first has it
create table hop (
  slug         char(10) primary key,
  goes_to      varchar(4000) not null check (goes_to ~* '^https?://[^/]'),
  team         varchar(50) not null,
  dedup_token  varchar(64) not null,
  born         timestamptz not null default now()
);
create index hop_of_team on hop (team, born desc);
