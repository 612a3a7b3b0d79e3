import { expect, test } from "vitest";
import { caretAt, offsetOf } from "./caret.ts";
import { languageOf } from "./language.ts";

test("a document is downloaded under the name that its content deserves", () => {
  expect(languageOf("schema", "create table a ();").file).toBe("schema.sql");
  expect(languageOf("schema", ' {"tables":[]}').file).toBe("schema.json");
  expect(languageOf("api", "openapi: 3.1.0").file).toBe("api.yaml");
  expect(languageOf("api", '{"openapi":"3.1.0"}').file).toBe("api.json");
  expect(languageOf("api", "# links\nPOST /links -> 201").file).toBe("api.txt");
  expect(languageOf("design", "# Design").file).toBe("design.md");
});

test("a caret is found again at its line and column, and at the end of a line that became shorter", () => {
  const text = "one\ntwo\n";
  for (let offset = 0; offset <= text.length; offset += 1) expect(offsetOf(text, caretAt(text, offset))).toBe(offset);
  expect(offsetOf(text, { line: 1, column: 40 })).toBe(3);
  expect(offsetOf(text, { line: 9, column: 1 })).toBe(text.length);
});
