import { expect, test } from "vitest";
import { referenceNamed } from "./reference-named.ts";

const key = (column: string, table: string) => ({ columns: [column], table, references: ["id"] });

test("a field is kept in the column that refers to what it is called after", () => {
  const foreignKeys = [
    key("persona_id", "app_persona"),
    key("owner", "accounts"),
    key("by", "people"),
    key("to", "people"),
  ];
  expect(referenceNamed("persona", { foreignKeys })).toBe("persona_id");
  expect(referenceNamed("account", { foreignKeys })).toBe("owner");
  expect(referenceNamed("people", { foreignKeys })).toBeUndefined();
  expect(referenceNamed("seat", { foreignKeys })).toBeUndefined();
});
