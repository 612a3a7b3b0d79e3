import { expect, test } from "vitest";
import { readApi } from "../api/read-api.ts";
import { linesOf } from "./lines.ts";
import { reporter } from "./report.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const opIds = readApi(text, tell).endpoints.map(({ endpoint }) => endpoint.opId);
  return { opIds, findings };
}

test.each([
  ['{"endpoints":[{"method":"GET","path":"/x"', 41, "}]}"],
  ['[{"method":"GET","path":"/x', 27, '"}]'],
  ['{"openapi":"3.1.0","paths":{"/x":{"get":{"responses":{"200":{"description":"ok"}}}}', 83, "}}"],
])("%s is told once, where it ends, and closed by a click", (text, column, closing) => {
  const { findings } = read(text);
  expect(findings).toMatchObject([{ severity: "error", rule: "syntax", line: 1, column }]);
  expect(findings[0]?.message).toContain(`End it with ${closing}`);
  const [edit] = findings[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  expect(read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to)).opIds).toEqual(["GET /x"]);
});

test("where more than brackets is missing no click is offered", () => {
  const { findings } = read('{"openapi": "3.1.0", "paths": {"/urls\\');
  expect(findings).toMatchObject([{ severity: "error", rule: "syntax", line: 1 }]);
  expect(findings[0]?.fixes).toBeUndefined();
});

test("a bracket that closes what was not opened is told as it is", () => {
  expect(read('{"endpoints":[{"method":"GET","path":"/x"}}').findings[0]?.message).not.toContain("cut off");
});
