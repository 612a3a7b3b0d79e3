-- one table is enough
CREATE TABLE links(
  short varchar(12) NOT NULL,
  long varchar(4096) NOT NULL,
  idem uuid,
  made timestamp without time zone DEFAULT (now() at time zone 'utc'),
  PRIMARY KEY(short),
  UNIQUE(idem)
);
