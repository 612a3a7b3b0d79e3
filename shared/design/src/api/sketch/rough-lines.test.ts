import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const endpoints = readApi(text, tell).endpoints.map(({ endpoint }) => endpoint);
  return { endpoints, opIds: endpoints.map(({ opId }) => opId), findings };
}

const shorten = "POST /links {url: uri} -> 201 {code}";
const resolve = "GET /{code} -> 302";

test.each([
  "GET {code} -> 302",
  "GET :code -> 302",
  "- `GET <code>` -> 302",
  "get {code} -> 302 to the URL",
  "GET|HEAD /{code} -> 302",
  "HEAD/GET /{code} -> 302",
  "**GET or HEAD** /{code} -> 302",
  "- [ ] GET /{code} -> 302",
  "[x] GET, HEAD /{code} -> 302",
  "### GET|HEAD /{code} -> 302",
  "GET /{code}->302",
])("%s is the endpoint that it plainly means, and takes nothing from the line above", (line) => {
  const { endpoints, findings } = read(`${shorten}\n${line}\n`);
  expect(endpoints.map(({ opId, responses }) => [opId, responses.map(({ status }) => status)])).toEqual([
    ["POST /links", [201]],
    ["GET /{code}", [302]],
  ]);
  expect(findings).toEqual([]);
});

test.each([
  ["ＧＥＴ ／｛code｝ －＞ ３０２"],
  ["GET /｛code｝ -> 302"],
  ["ＧＥＴ /{code} -> ３０２"],
  ["ＧＥＴ｜ＨＥＡＤ /{code} －＞ 302"],
])("%s, typed on a keyboard of other letters, is the same endpoint", (line) => {
  const { endpoints, findings } = read(
    `POST /links ｛url：uri，alias？：string｝ -> 201 {code}\n${line}\n（返回：短链）\n`,
  );
  expect(endpoints.map(({ opId, responses }) => [opId, responses.map(({ status }) => status)])).toEqual([
    ["POST /links", [201]],
    ["GET /{code}", [302]],
  ]);
  expect(endpoints[0]?.body).toMatchObject({ properties: { url: { format: "uri" }, alias: {} }, required: ["url"] });
  expect(findings).toEqual([]);
});

test.each(["- [x] POST /links {url: uri} -> 201 {code}", "1. [X] **POST** /links {url: uri} -> 201 {code}"])(
  "%s: a box that is ticked is no part of an endpoint, also where every line has one",
  (line) => {
    const { opIds, findings } = read(`${line}\n- [ ] ${resolve}\n`);
    expect([opIds, findings]).toEqual([["POST /links", "GET /{code}"], []]);
  },
);

test.each([
  ["/{code} -> 302", "warning", "GET /{code}", "GET /{code} was probably meant"],
  ["- `/:code` → 301 Location: url", "warning", "GET /{code}", "GET /:code was probably meant"],
  ["/codes {alias} -> 201 {code}", "error", "POST /codes", "POST /codes was probably meant"],
  ["GET/{code} -> 302", "warning", "GET /{code}", "stands a blank and nothing else: GET /{code}."],
  ["(GET) /{code} -> 302", "warning", "GET /{code}", "stands a blank and nothing else: GET /{code}."],
  ["GET - /{code} -> 302", "warning", "GET /{code}", "stands a blank and nothing else: GET /{code}."],
  ["ANY /{code} -> 302", "warning", "GET /{code}", "GET /{code} was probably meant"],
  ["resolve: /{code} -> 302", "warning", "GET /{code}", "GET /{code} was probably meant"],
])("%s is told at its line, read as what it means, and mended by a click", (line, severity, opId, message) => {
  const text = `${shorten}\n${line}\n`;
  const { opIds, findings } = read(text);
  expect(opIds).toEqual(["POST /links", opId]);
  expect(findings).toMatchObject([{ rule: "method", severity, line: 2, message: expect.stringContaining(message) }]);
  const [edit] = findings[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  expect(read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to))).toMatchObject({ opIds, findings: [] });
});

test.each(['GET "/{code}" -> 302', "'GET /{code}' -> 302"])("%s: quotes are told and read over", (line) => {
  const { opIds, findings } = read(`${shorten}\n${line}\n`);
  expect(opIds).toEqual(["POST /links", "GET /{code}"]);
  expect(findings).toMatchObject([{ rule: "method", severity: "warning", line: 2 }]);
  expect(findings[0]?.fixes).toBeUndefined();
});

test("a path that begins with a parameter may stand alone, and a row of a table have two methods", () => {
  expect(read(`${shorten}\nGET {code}\n`).opIds).toEqual(["POST /links", "GET /{code}"]);
  const table = "| Method | Path | Answer |\n|---|---|---|\n| GET/HEAD | /{code} | 302 |\n";
  expect(read(`${shorten}\n\n${table}`).opIds).toEqual(["POST /links", "GET /{code}"]);
});

test("a method that is answered without a path is told, and is no answer of the endpoint above", () => {
  const { endpoints, findings } = read(`${resolve}\nPOST {url: uri} -> 201 {code}\n`);
  expect(endpoints.map(({ responses }) => responses.map(({ status }) => status))).toEqual([[302]]);
  expect(findings).toMatchObject([{ rule: "path", severity: "error", line: 2 }]);
});

test("of two methods that do not answer alike the first is read, and a click writes a line for each", () => {
  const text = `${resolve}\nPUT|PATCH /links/{code} {url: uri} -> 200\n`;
  const { opIds, findings } = read(text);
  expect(opIds).toEqual(["GET /{code}", "PUT /links/{code}"]);
  expect(findings).toMatchObject([{ rule: "method", severity: "warning", line: 2, column: 1, endColumn: 10 }]);
  const [edit] = findings[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  const after = read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to));
  expect(after).toMatchObject({ opIds: [...opIds, "PATCH /links/{code}"], findings: [] });
});

test.each([
  "`/{code}` → 302 to the URL that it was made of",
  "POST/GET without a token -> 401",
  "GET and HEAD /{code} are cached",
  "/var/log is where the requests are kept",
  "- [x] done: all of it",
])("prose is no endpoint: %s", (line) => {
  const { opIds, findings } = read(`${shorten}\n${resolve}\n\n${line}\n`);
  expect([opIds, findings]).toEqual([["POST /links", "GET /{code}"], []]);
});
