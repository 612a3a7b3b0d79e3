import { expect, test } from "vitest";
import { insertedRow } from "./inserted-row.ts";

const table = { name: "charge", columns: [], primaryKey: [], uniques: [], foreignKeys: [], indexes: [], line: 1 };
const into = (text: string) => {
  const row = insertedRow(text, table);
  return row === null ? null : Object.fromEntries(row);
};

test("each column is filled with what stands at its place", () => {
  expect(into("`INSERT INTO charge (key, hold_id, state) VALUES ('a:b', f($1, 2), 'STARTED')`")).toEqual({
    key: "'a:b'",
    hold_id: "f($1, 2)",
    state: "'STARTED'",
  });
});

test("what stands behind dots is told from the end", () => {
  expect(
    into(
      "insert into shop.\"charge\" (key, hold_id, amount, state)\nvalues (:key, ..., 'STARTED') on conflict do nothing",
    ),
  ).toEqual({ key: ":key", state: "'STARTED'" });
});

test.each([
  "INSERT INTO charges (key) VALUES ('a')",
  "INSERT INTO charge VALUES ('a')",
  "INSERT INTO charge (key, state) VALUES ('a')",
  "INSERT INTO charge (key) VALUES ('a', 'b')",
  "INSERT INTO charge (key) SELECT 'a'",
  "a row of charge (key, state)",
])("what does not say which column gets what says nothing: %s", (text) => {
  expect(into(text)).toBeNull();
});
