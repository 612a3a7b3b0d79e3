create table urls (
  code       varchar(12) primary key,
  long_url   text not null,
  url_sha256 char(64) not null unique,   -- of the normalised long_url
  created_at timestamp not null default now()
);
