import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const opIds = readApi(text, tell).endpoints.map(({ endpoint }) => endpoint.opId);
  return { opIds, findings, errors: findings.filter(({ severity }) => severity === "error") };
}

test.each([
  ["PSOT /links {url: uri} -> 201 {code}", "POST", "PSOT is no HTTP method; POST was probably meant."],
  ["- `DELTE` /links/:code -> 204", "DELETE", "DELTE is no HTTP method; DELETE was probably meant."],
  ["UPDATE /links/{code} {url: uri} -> 200", "PATCH", "UPDATE is no HTTP method; PATCH was probably meant."],
  ["gte /{code} -> 302", "GET", "gte is no HTTP method; GET was probably meant."],
  ["G\u0415T /{code} -> 302", "GET", "G\u0415T has letters of another alphabet that only look like GET; write GET."],
])("%s is told at its line, read as what it means, and mended by a click", (line, method, message) => {
  const text = `GET /health -> 200\n${line}\n`;
  const { opIds, errors } = read(text);
  expect(errors).toMatchObject([{ rule: "method", line: 2, message }]);
  expect(opIds.some((opId) => opId.startsWith(`${method} /`) && !opId.includes("health"))).toBe(true);
  const [edit] = errors[0]?.fixes?.[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no edit");
  expect(read(text.slice(0, edit.from) + edit.insert + text.slice(edit.to)).errors).toEqual([]);
});

test.each(["API /v1 is where it lives", "see /links for more", "Path /links", "PATH /links", "the get /x"])(
  "prose is no mistaken method: %s",
  (line) => expect(read(`GET /health -> 200\n${line}\n`).findings).toEqual([]),
);

test("a text whose one endpoint has a mistaken method is a sketch all the same", () => {
  expect(read("PSOT /links {url: uri} -> 201 {code}").errors).toMatchObject([{ rule: "method", line: 1 }]);
});

test.each([
  ["POST /links {url: uri} -> 201 {co", "2:31 { is not closed; end it with }."],
  ["POST /links {url: uri -> 201 {code}", "2:13 { is not closed; end it with }."],
  ["GET /links -> 200 [{code}", "2:19 [ is not closed; end it with ]."],
  ["POST /links {url: uri}} -> 201 {code}", "2:23 } closes nothing here"],
  ["POST /links {url: uri} -> 201 {code}}", "2:37 } closes nothing here"],
  ['POST /links\n{"url": "https://a.b",\n\n201 {"code": "x"}', "3:1 { is not closed; end it with }."],
])("%s: a bracket without its other half is told where it stands", (lines, told) => {
  const [first, ...more] = read(`GET /health -> 200\n${lines}\n`).errors;
  expect(`${first?.line}:${first?.column} ${first?.message}`).toContain(told);
  expect(more).toEqual([]);
});

test.each([
  ["4O0", "error", "4O0 is no status; 400 was probably meant, in digits only.", ["Write 400"]],
  ["99", "warning", "99 is no status and is passed over; write one from 200 to 599, such as 404.", undefined],
  ["2000", "warning", "2000 is no status and is passed over; write one from 200 to 599, such as 404.", undefined],
])("%s in the place of a status is told there", (written, severity, message, labels) => {
  const { findings } = read(`POST /links {url: uri} -> 201 {code} | ${written} | 409\n`);
  expect(findings).toMatchObject([{ rule: "status", severity, line: 1, column: 40, message }]);
  expect(findings[0]?.fixes?.map(({ label }) => label)).toEqual(labels);
});

test.each(["GET /links -> 50 links a page", "GET /links -> 200 [{code}], at most 100", "| GET | /links | 200 | ok |"])(
  "a number that is no status in words is none: %s",
  (line) => expect(read(`${line}\n`).findings.filter(({ rule }) => rule === "status")).toEqual([]),
);

test("a byte order mark before the first line is passed over", () => {
  expect(read("\ufeffPOST /links {url: uri} -> 201 {code}\nGET /{code} -> 302\n").opIds).toEqual([
    "POST /links",
    "GET /{code}",
  ]);
});

test("what stands for a value, and words behind one, stop nothing and hide no other field", () => {
  const { opIds, findings } =
    read(`POST /links {"url": "https://a.b", 'alias': <text or null>, n: 17 or null} -> 200 {next: <id>, "code"}
GET /links -> 200 [ {…}, … ]
`);
  expect(opIds).toEqual(["POST /links", "GET /links"]);
  expect(findings).toEqual([]);
});

test("an answer that is no answer is told once and stops nothing", () => {
  const { findings } = read("POST /links {url: uri} -> two hundred\n");
  expect(findings).toMatchObject([{ severity: "warning", rule: "no-response" }]);
});
