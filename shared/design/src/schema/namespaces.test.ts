import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

test("tables of several schemas are known by their names, and whoever asks later looks in all of them", () => {
  const { tables, ddl, findings } = readSchema(
    `CREATE SCHEMA catalog; CREATE SCHEMA "Booking" AUTHORIZATION joe;
create type "Booking".state as enum ('free', 'sold');
create table catalog.events (id int primary key);
create table "Booking".seats (id int primary key, event_id int references catalog.events, state "Booking".state);
create index on "Booking".seats (event_id);`,
  );
  expect(findings).toEqual([]);
  expect(tables.map(({ name, foreignKeys, indexes }) => [name, foreignKeys.length, indexes.length])).toEqual([
    ["events", 0, 0],
    ["seats", 1, 1],
  ]);
  expect(ddl[1]).toEqual({
    sql: 'create schema if not exists "Booking"; set search_path to public, catalog, "Booking"; alter role current_user set search_path to public, catalog, "Booking"',
    line: 1,
  });
});

test("what stands behind a search path is created there, and is found elsewhere too", () => {
  const { ddl, findings } = readSchema("create schema app;\nset search_path to app, public;\ncreate table t (id int);");
  expect(findings).toEqual([]);
  expect(ddl[1]?.sql).toMatch(/^set search_path to app, public; /);
});

test("a prefix whose schema nothing creates is created, which is told once", () => {
  const { ddl, findings } = readSchema("create table app.a (id int);\ncreate table app.b (id int);");
  expect(findings).toMatchObject([{ rule: "schema-name", severity: "warning", line: 1 }]);
  expect(ddl.map(({ sql }) => sql.slice(0, 20))).toEqual([
    "create schema if not",
    "create table app.a (",
    "create table app.b (",
  ]);
});

test("two tables with one name in two schemas are told at the second", () => {
  const { findings } = readSchema(
    "create schema a;\ncreate schema b;\ncreate table a.seats (id int);\ncreate table if not exists b.seats (id int);",
  );
  expect(findings).toMatchObject([{ rule: "duplicate-table", severity: "error", line: 4 }]);
  expect(findings[0]?.message).toContain("created in a and in b");
});
