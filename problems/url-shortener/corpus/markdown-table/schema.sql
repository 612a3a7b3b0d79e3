create table url_mappings (
  short_key varchar(8) not null,
  long_url text not null,
  idempotency_key varchar(100),
  created_at timestamptz default current_timestamp,
  expires_at timestamptz,
  constraint pk_url_mappings primary key (short_key),
  constraint uq_idem unique (idempotency_key)
);
create index ix_expires on url_mappings (expires_at) where expires_at is not null;
create index ix_long on url_mappings (md5(long_url));
