create table 短链接 (
  编号 bigserial primary key,
  短码 varchar(8) not null unique,
  原始网址 text not null,
  幂等键 uuid unique,
  创建时间 timestamptz not null default now()
);
