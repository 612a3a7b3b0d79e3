import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { withSemicolons } from "./missing-semicolons.ts";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const unparted = `create table seats (id int primary key)
-- who holds one; and until when
create table holds (
  seat_id int references seats (id),
  note text default 'a;
create table no'
)
create index on holds (seat_id)`;

test("statements that nothing parts are read as if semicolons did, and one click writes them all", () => {
  const { tables, ddl, findings } = readSchema(unparted);
  expect(tables.map(({ name }) => name)).toEqual(["seats", "holds"]);
  expect(ddl.map(({ line }) => line)).toEqual([1, 3, 8]);
  expect(findings).toMatchObject([
    { severity: "warning", rule: "missing-semicolon", line: 3, fixes: [{ label: "Write all 2 semicolons" }] },
  ]);
  const mended = (findings[0]?.fixes?.[0]?.edits ?? [])
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), unparted);
  expect(mended).toContain("create table seats (id int primary key);\n");
  expect(readSchema(mended).findings).toEqual([]);
});

test("what is broken otherwise keeps its own finding", () => {
  expect(readSchema("create table a (id int primary key,,)\ncreate table b (id int)").findings).toMatchObject([
    { severity: "error", rule: "syntax", line: 1 },
  ]);
});

test("no place is moved, and a text without a gap is left alone", () => {
  expect(withSemicolons(unparted)?.sql).toHaveLength(unparted.length);
  expect(withSemicolons("create table a (id int);\ncreate table b (id int);")).toBeNull();
});
