import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../read.ts";
import { readSchema } from "./read-schema.ts";

beforeAll(() => loadReader());

const lengthOf = (check: string) =>
  readSchema(`create table links (code text primary key, url text not null, ${check});`).tables[0]?.columns[0]?.length;

test.each([
  ["check (length(code) = 8)", { least: 8, most: 8 }],
  ["check (char_length(code) between 4 and 12)", { least: 4, most: 12 }],
  ["check (length(code) >= 6), check (length(code) < 11)", { least: 6, most: 10 }],
  ["constraint form check (length(code::text) > 5 and code <> 'api')", { least: 6 }],
  ["check (code like '________')", { least: 8, most: 8 }],
  ["check (code ~ '^.{6,9}$')", { least: 6, most: 9 }],
])("how long a text may be is what its checks say: %s", (check, length) => {
  expect(lengthOf(check)).toEqual(length);
});

test.each([
  "check (length(url) = 8)",
  "check (length(code) = 8 or url is null)",
  "check (code like 'a_%')",
  "check (length(code) <> 3)",
])("nothing is said of it by %s", (check) => {
  expect(lengthOf(check)).toBeUndefined();
});
