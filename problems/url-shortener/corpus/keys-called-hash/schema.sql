create table keys_unused ( hash char(6) primary key );
create table keys_used ( hash char(6) primary key, used_at timestamptz default now() );
create table url (
  hash char(6) primary key,
  original_url text not null,
  created_at timestamptz not null default now(),
  user_id int,
  dedupe varchar(100) unique
);
