import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const table = "create table links (\n  code text primary key\n);\n";

test.each([
  [`/* links\n${table}`, "1:1 This comment is never closed; end it with */."],
  [`/* a /* b */\n${table}`, "1:1 This comment is never closed; end it with */."],
  [`${table}/* an index`, "4:1 This comment is never closed; end it with */."],
  ["create table links (\n  code text default 'abc\n);\n", "2:21 This text is never closed; end it with '."],
  ['create table links (\n  "code text\n);\n', '2:3 This name is never closed; end it with ".'],
  [`create table links (code text default $a$b);`, "1:39 This text is never closed; end it with the same sign"],
])("what is never closed is told where it begins: %j", (sql, told) => {
  const { findings, isEmpty } = readSchema(sql);
  expect(isEmpty).toBe(false);
  expect(findings).toHaveLength(1);
  expect(`${findings[0]?.line}:${findings[0]?.column} ${findings[0]?.message}`).toContain(told);
});

test.each(["/* a /* b */ c */", "-- nothing yet", "/**/"])("a schema of comments says nothing yet: %s", (sql) => {
  expect(readSchema(sql)).toMatchObject({ isEmpty: true, findings: [] });
});
