import { loadModule } from "libpg-query";
import { beforeAll, expect, test } from "vitest";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadModule());

test("one click writes the type that is meant wherever the unknown one is named, and leaves a column of that name", () => {
  const schema = `create table a (
  number number not null, -- a number of its own
  "at" number default 1
);
create table b (number int, note text default 'number', price number)`;
  const { findings } = readSchema(schema);
  const [fix] = findings[0]?.fixes ?? [];
  expect(fix?.label).toBe("Write numeric, in all 3 places");
  const mended = (fix?.edits ?? [])
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), schema);
  expect(mended).toBe(`create table a (
  number numeric not null, -- a number of its own
  "at" numeric default 1
);
create table b (number int, note text default 'number', price numeric)`);
});
