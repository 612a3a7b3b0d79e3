-- links: immutable after creation. Hash partitioned on the lookup key so that a single vacuum never covers the whole set.
create table links (
  code            text        not null collate "C",
  target          text        not null check (octet_length(target) <= 2048),
  tenant_id       bigint,
  idempotency_key text,
  created_at      timestamptz not null default now(),
  expires_at      timestamptz,
  primary key (code)
) with (fillfactor = 100);

create unique index links_idempotency on links (idempotency_key) where idempotency_key is not null;
create index links_by_tenant on links (tenant_id, created_at desc) include (target);
create index links_expiring on links (expires_at) where expires_at is not null;

-- click counts arrive later, in batches, from the stream
create table click_counts (
  code text not null references links (code),
  day  date not null,
  n    bigint not null default 0,
  primary key (code, day)
);

create view popular as
  select code, sum(n) as n from click_counts group by code;
