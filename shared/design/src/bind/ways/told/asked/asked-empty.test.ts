import { expect, test } from "vitest";
import type { Table } from "@proofroom/domain/design/model";
import { askedEmpty } from "./asked-empty.ts";

const column = (name: string, nullable = true) => ({ name, type: "text", nullable, generated: false, line: 1 });
const table: Table = {
  name: "holds",
  columns: [column("code"), column("released_at"), column("id", false)],
  primaryKey: ["id"],
  uniques: [],
  foreignKeys: [],
  indexes: [],
  line: 1,
};

test.each([
  ["id = $1 AND code IS NULL AND upper(during) > now()", ["code"]],
  ["h.code is null\n and released_at IS NULL", ["code", "released_at"]],
  ["code is null or ends < now()", []],
  ["id = $1 and (code is null or ends < now())", []],
  ["code is not null", []],
  ["id is null", []],
])("what a condition asks to be empty: %s", (condition, columns) => {
  expect(Object.keys(askedEmpty(condition, table, []))).toEqual(columns);
});

test("what is asked about anyway is not asked twice", () => {
  expect(askedEmpty("code is null", table, ["code"])).toEqual({});
});
