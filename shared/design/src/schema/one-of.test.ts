import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const tableOf = (text: string) => readSchema(text).tables[0];

test.each([
  [
    "create type mood as enum ('free', 'held');\ncreate table t (id int primary key, s mood not null);",
    ["free", "held"],
  ],
  ['create type "Mood" as enum (\'A\');\ncreate table t (id int primary key, s "Mood");', ["A"]],
  ["create domain mood as text check (value in ('a', 'b'));\ncreate table t (id int primary key, s mood);", ["a", "b"]],
  ["create table t (id int primary key, s text check (s in ('a', 'b')));", ["a", "b"]],
  ["create table t (id int primary key, s text, check (s = 'a' or s = 'b'));", ["a", "b"]],
  [
    "create table t (id int primary key, s varchar(9));\nalter table t add constraint c check (((s)::text = any ((array['a'::varchar, 'b'::varchar])::text[])));",
    ["a", "b"],
  ],
  ["create table t (id int primary key, s text check (length(s) < 9));", undefined],
  ["create table t (id int primary key, s text check (s <> 'a'));", undefined],
])("a column's values are read where the schema lists them: %s", (sql, values) => {
  expect(tableOf(sql)?.columns[1]?.values).toEqual(values);
});

test.each([
  ["status = 'active'", [{ column: "status", values: ["active"] }]],
  [
    "status in ('held', 'sold') and released_at is null",
    [
      { column: "status", values: ["held", "sold"] },
      { column: "released_at", values: [null] },
    ],
  ],
  ["not is_over", [{ column: "is_over", values: ["false"] }]],
  ["length(status) > 3", undefined],
])("a partial index tells which rows it holds: where %s", (condition, only) => {
  const table =
    tableOf(`create table t (id int primary key, seat int, status text, released_at timestamptz, is_over boolean);
create unique index on t (seat) where ${condition};`);
  expect(table?.indexes).toMatchObject([{ unique: true, partial: true }]);
  expect(table?.indexes[0]?.only).toEqual(only);
});

test("a partial index tells what all its rows have something in", () => {
  const table = tableOf(`create table t (id int primary key, seat int, sold_at timestamptz, code text);
create unique index on t (seat) where sold_at is not null and code is not null;
create unique index on t (seat) where sold_at is null;`);
  expect(table?.indexes.map(({ filled }) => filled)).toEqual([["sold_at", "code"], undefined]);
});

test("an exclusion constraint tells what two rows may not share, and for how long", () => {
  const table = tableOf(`create extension btree_gist;
create table holds (id int primary key, seat int, held_at timestamptz, expires_at timestamptz,
  exclude using gist (seat with =, tstzrange(held_at, expires_at) with &&));`);
  expect(table?.exclusions).toEqual([{ columns: ["seat"], over: ["held_at", "expires_at"] }]);
});
