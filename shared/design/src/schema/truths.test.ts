import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

/** What the first click makes of a schema, in lower case and one blank for many. */
function rewritten(sql: string): string {
  const [edit] = readSchema(sql).findings[0]?.fixes?.[0]?.edits ?? [];
  const text = edit === undefined ? sql : sql.slice(0, edit.from) + edit.insert + sql.slice(edit.to);
  expect(readSchema(text).findings).toEqual([]);
  return text.toLowerCase().replaceAll(/\s+/g, " ");
}

const id = "id int identity(1,1) primary key";

test.each([
  ["sold bit not null constraint df_sold default 0", "sold boolean not null constraint df_sold default false"],
  ["sold bit constraint df_sold default ((1)) not null", "sold boolean constraint df_sold default true not null"],
  ["sold bit not null default(0)", "sold boolean not null default false"],
  ["[sold] [bit] not null default ('1')", "sold boolean not null default ('1')"],
])("a bit is a truth, and so is its default: %s", (column, left) => {
  expect(rewritten(`create table t (${id}, ${column});`)).toContain(left);
});

test("what counts from another number on still does", () => {
  const text = rewritten(`create table t (${id}, no bigint identity(100000,1) not null);`);
  expect(text).toContain("no bigint generated always as identity (start with 100000 increment by 1) not null");
});

test("what a check or a partial index compares with zero or one is a truth where its column is one", () => {
  const text = rewritten(`create table t (${id}, [Sold] bit default 0, Paid bit default 1, n int,
  check ([Sold] = 0 or paid<>(1) or n = 1), check (Paid in (0, 1)));
create unique index ux on t (n) where ([Sold]=(0)) and n = 0;`);
  expect(text).toContain('check ("sold" = false or paid <> true or n = 1), check (paid in (false, true))');
  expect(text).toContain('where ("sold" = false) and n = 0');
});

test("a default that a tool adds to a column behind its table is the column's", () => {
  const table = `create table [dbo].[t](${id}, [sold] [bit] not null, n int)\ngo\n`;
  const added = "alter table [dbo].[t] add constraint [df] default ((0)) for [sold]\ngo\n";
  const checked = "alter table [dbo].[t] with check add constraint [ck] check (([n]>(0)))\ngo\n";
  const enabled = "alter table [dbo].[t] check constraint [ck]\ngo\n";
  const text = rewritten(table + added + checked + enabled);
  expect(text).toContain("alter table t alter column sold set default false");
  expect(text).toContain("alter table t add constraint ck check ((n>(0)))");
  expect(text).not.toContain("check constraint ck;");
});

test.each([
  ["paid tinyint(1) not null default 0, check (paid = 0)", "paid boolean not null default false, check (paid = false)"],
  ["paid tinyint(1) unsigned default '1' comment 'yes'", "paid boolean default true"],
  ["paid bit(1) not null default b'0'", "paid boolean not null default false"],
  ["n int default 0, check (n = 0)", "n int default 0, check (n = 0)"],
])("MySQL's truths are PostgreSQL's: %s", (column, left) => {
  expect(rewritten(`create table t (id int auto_increment primary key, ${column}) engine=InnoDB;`)).toContain(left);
});

test("a column that MySQL computes by if, and keeps nowhere, is computed by case and kept", () => {
  const live = "`live` int generated always as (if(`state` in ('held','sold'), `seat`, null)) virtual";
  const text = rewritten(
    `create table t (id int auto_increment primary key, seat int, state varchar(9), ${live}) engine=InnoDB;`,
  );
  expect(text).toContain("live int generated always as (case when state in ('held','sold') then seat end) stored");
});
