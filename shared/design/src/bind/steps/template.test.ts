import { beforeAll, expect, test } from "vitest";
import { loadReader } from "../../read.ts";
import { readSchema } from "../../schema/read-schema.ts";
import { bodyOf } from "./template.ts";

beforeAll(() => loadReader());

const answered = (field: string, columns: string) =>
  readSchema(`create table links (code text primary key, ${columns});`).tables.map((table) =>
    bodyOf({ type: "object", properties: { code: {}, [field]: {} } }, table, []),
  );

test.each(["at", "ts"])("%s is the one time that a row has, whatever its column is called", (field) => {
  expect(answered(field, "taken_at timestamptz")).toEqual([{ code: "$row.code", [field]: "$row.taken_at" }]);
});

test.each([
  ["at", "taken_at timestamptz, seen_at timestamptz"],
  ["when", "taken_at timestamptz"],
])("%s is no time of a row with %s", (field, columns) => {
  expect(answered(field, columns)).toEqual([{ code: "$row.code" }]);
});
