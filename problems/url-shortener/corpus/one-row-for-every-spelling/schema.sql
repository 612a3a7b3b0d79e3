create table bookmark (
  id        uuid primary key default gen_random_uuid(),
  tag       varchar(8) not null unique,
  long_url  text not null,
  member    text not null,
  added_on  timestamptz not null default now()
);

-- a URL is too long for an index, its digest is not; people type addresses in capitals, too
create unique index bookmark_member_url on bookmark (member, md5(upper(long_url)));
create index bookmark_member_added on bookmark (member, added_on desc);
