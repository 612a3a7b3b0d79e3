-- what prisma migrate made of the model
create table links (
  code varchar(7) primary key,
  url text not null,
  url_md5 varchar(32) not null, -- just for finding by url, urls are too long to index
  created_at timestamptz(6) not null default now()
);
create index links_url_md5_idx on links (url_md5);
