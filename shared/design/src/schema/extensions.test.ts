import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

const table = `CREATE TABLE "a" (-- uuid_generate_v4() makes it
  "id" uuid PRIMARY KEY DEFAULT uuid_generate_v4());
CREATE TABLE "b" ("id" uuid PRIMARY KEY DEFAULT public.uuid_generate_v4(), email citext not null);
`;

test("what only an extension brings is asked for at its line, once, with the statement that creates it", () => {
  const { findings } = readSchema(table);
  expect(findings).toMatchObject([
    { rule: "missing-extension", severity: "question", stopsRun: true, line: 2, column: 33 },
    { rule: "missing-extension", line: 3 },
  ]);
  const applied = (fixes: number[]) =>
    findings
      .flatMap((finding, n) => finding.fixes?.[fixes[n] ?? 0]?.edits ?? [])
      .toSorted((a, b) => b.from - a.from)
      .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), table);
  expect(readSchema(applied([0, 0])).findings).toEqual([]);
  expect(applied([1, 0])).toContain('"id" uuid PRIMARY KEY DEFAULT gen_random_uuid(), email');
  expect(applied([1, 0])).toContain("-- uuid_generate_v4() makes it");
  expect(readSchema(applied([1, 0])).findings).toEqual([]);
});

test("an extension that is created first is not asked for", () => {
  expect(readSchema(`create extension "uuid-ossp"; create extension citext;\n${table}`).findings).toEqual([]);
});
