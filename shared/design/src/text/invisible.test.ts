import { beforeAll, expect, test } from "vitest";
import type { DocumentName } from "@proofroom/domain/document/document";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const sound = {
  schema: "create table links (\n  code text primary key,\n  url text not null\n);\n",
  api: "GET /health -> 200\nPOST /links {url: uri} -> 201 {code}\n",
  design: "# Two\n\n```mermaid\nflowchart LR\n  c([Client]) --> api[API] --> db[(DB)]\n```\n",
};
const errorsOf = (document: DocumentName, text: string) =>
  readDesign({ ...sound, [document]: text }, {}).findings.filter(({ severity }) => severity === "error");

const hidden: [DocumentName, string, string, number][] = [
  ["schema", sound.schema.replace("code", '"co\u200bde"'), "a space without width (U+200B)", 2],
  ["schema", sound.schema.replace("url", "-- \u202e\n  url"), "the direction of what follows (U+202E)", 3],
  ["schema", '{"tables": [{"name": "li\u2060nks", "columns": [{"name": "id", "type": "int"}]}]}', "(U+2060)", 1],
  ["api", sound.api.replace("/links", "/li\u00adnks"), "a soft hyphen (U+00AD)", 2],
  ["api", "openapi: 3.1.0\npaths:\n  /li\u200dnks: { get: { responses: { 200: {} } } }\n", "a joiner", 3],
  ["design", sound.design.replace("API", "\u200eAPI\ufeff"), "(U+200E), which nobody sees, and 1 more", 5],
];

test.each(hidden)(
  "in %s what nobody sees is named at its line and removed by a click: %j",
  (document, text, what, line) => {
    const told = errorsOf(document, text).filter(({ rule }) => rule === "invisible");
    expect(told).toMatchObject([{ document, line, message: expect.stringContaining(what) }]);
    const edits = told[0]?.fixes?.[0]?.edits ?? [];
    const mended = edits
      .toSorted((a, b) => b.from - a.from)
      .reduce((whole, { from, to, insert }) => whole.slice(0, from) + insert + whole.slice(to), text);
    expect(errorsOf(document, mended)).toEqual([]);
  },
);

test.each([
  ["flow\u200bchart LR", "a space without width (U+200B)", 4],
  ["\u2060graph LR", "a joiner without width (U+2060)", 4],
])("a diagram whose first word hides something is not another notation: %j", (head, what, line) => {
  const text = `# Tw\u200bo\n${sound.design.replace("# Two\n", "").replace("flowchart LR", head)}`;
  expect(
    readDesign({ ...sound, design: text }, {}).findings.filter(({ document }) => document === "design"),
  ).toMatchObject([{ rule: "invisible", severity: "error", line, message: expect.stringContaining(what) }]);
});

test("a fence whose language hides something is told, too", () => {
  expect(errorsOf("design", sound.design.replace("mermaid", "mer\u200bmaid"))).toMatchObject([
    { rule: "invisible", line: 3, column: 7 },
  ]);
});

test("what belongs to a script or an emoji, prose around a diagram, and a mark before the text are left alone", () => {
  expect(errorsOf("schema", `\ufeff-- 👩\u200d💻 and می\u200cخواهم\n${sound.schema}`)).toEqual([]);
  expect(errorsOf("design", `\ufeff${sound.design.replace("# Two", "# Two\u200b")}`)).toEqual([]);
});

test("a carriage return alone ends a line in all three documents", () => {
  const texts = { schema: "", api: "", design: "" };
  for (const name of ["schema", "api", "design"] as const) texts[name] = sound[name].replaceAll("\n", "\r");
  const [old, now] = [readDesign(sound, {}), readDesign(texts, {})];
  expect(now.findings).toEqual(old.findings);
  expect(now.operations).toEqual(old.operations);
  expect(now.components).toEqual(old.components);
});
