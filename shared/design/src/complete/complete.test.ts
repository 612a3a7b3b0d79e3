import { Step } from "@proofroom/domain/design/step";
import { partDocs } from "@proofroom/domain/design/part-docs";
import { extensionDocs, stepDocs } from "@proofroom/domain/design/step-docs";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { partsOfStep, stepWords } from "../bind/steps/step-form.ts";
import { loadReader, readDesign } from "../read.ts";
import { completeApi } from "./complete-api.ts";
import { hoverApi } from "./hover-api.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table short_urls (slug text primary key, target text not null);";
const names = {
  capability: "shorten",
  table: "short_urls",
  key: "slug",
  column: "target",
  keyFrom: "$path.slug",
  columnFrom: "$body.target",
  limitFrom: "$query.limit",
};

/** The text with its last `|` where the caret is. */
function request(marked: string, tables = schema) {
  const offset = marked.lastIndexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  return { text, offset, model: readDesign({ schema: tables, api: text, design: "" }, capabilities), capabilities };
}
const labels = (marked: string) => completeApi(request(marked)).map(({ label }) => label);
function accepted(marked: string, label: string): string {
  const asked = request(marked);
  const found = completeApi(asked).find((one) => one.label === label);
  if (found === undefined) throw new Error(`nothing offers ${label}`);
  return asked.text.slice(0, found.from) + found.insert + asked.text.slice(found.to);
}

const line = "POST /links {target: uri} -> 201 {slug}\n";
const yaml = "openapi: 3.1.0\npaths:\n  /links/{slug}:\n    get:\n      responses: { '302': { description: ok } }\n";

test("every word of the vocabulary is explained with an example that is a step, and no other word is", () => {
  expect(Object.keys(stepDocs).toSorted()).toEqual([...stepWords].toSorted());
  for (const { example } of Object.values(stepDocs))
    expect(Step.safeParse(parse(`{${example(names)}}`))).toMatchObject({ success: true });
  const parts = stepWords.flatMap((word) => partsOfStep(word).filter((part) => part !== word));
  expect(Object.keys(partDocs).toSorted()).toEqual([...new Set([...parts, "steps"])].toSorted());
});

test("below an endpoint the two extensions are offered, in every form", () => {
  const both = ["x-capability", "x-operation"];
  expect(labels(`${line}  x-cap|`)).toEqual(both);
  expect(labels(`${yaml}      x-cap|`)).toEqual(both);
  expect(labels('{\n "paths": {\n  "/links": {\n   "post": {\n    "x-cap|"')).toEqual(both);
  expect(accepted(`${line}  x-cap|`, "x-capability")).toBe(`${line}  x-capability: `);
  expect(labels('{"endpoints": [\n  {"method": "GET", "path": "/a", x|}\n]}')).toEqual(both);
  expect(labels('{"endpoints": [\n  {\n    "verb": "GET",\n    "path": "/a",\n    "x-|"\n  }\n]}')).toEqual(both);
  expect(labels("endpoints:\n  - method: GET\n    path: /a\n    x|\n")).toEqual(both);
  expect(labels('{\n  "GET /a": {\n    "x|"\n  }\n}')).toEqual(both);
  expect(labels(yaml.replace("'302': {", "\n          x|\n          '302': {"))).toEqual([]);
  expect(labels("x-cap|\n")).toEqual([]);
});

test("behind x-capability stand the capabilities of the problem, quoted where JSON needs it", () => {
  expect(labels(`${line}  x-capability: |`)).toEqual(Object.keys(capabilities));
  const [first = ""] = Object.keys(capabilities);
  expect(accepted(`${line}  x-capability:|`, first)).toBe(`${line}  x-capability: ${first}`);
  expect(accepted('{"paths": {"/a": {"get": {"x-capability": |}}}}', first)).toContain(`"x-capability": "${first}"`);
});

test("a step is offered in the design's own names and is read without a remark", () => {
  for (const start of [`${line}  x-operation:\n    - ins|`, `${line}  x-operation:\n    ins|`]) {
    const api = accepted(start, "insert");
    expect(api).toContain("- {insert: short_urls, values: {target: $body.target}}");
    expect(readDesign({ schema, api, design: "" }, capabilities).operations[0]?.boundBy).toBe("x-operation");
  }
  const json = accepted('{\n "paths": {\n  "/a": {\n   "get": {\n    "x-operation": [|]\n}}}}', "get");
  expect(JSON.parse(json)).toMatchObject({ paths: { "/a": { get: { "x-operation": [{ get: "short_urls" }] } } } });
});

test("an example speaks of what this endpoint is sent, whatever the columns are called", () => {
  const step = (endpoint: string, word: string) => {
    const api = accepted(`${endpoint}\n  x-operation:\n    - |`, word);
    expect(readDesign({ schema, api, design: "" }, {}).findings.filter(({ document }) => document === "api")).toEqual(
      [],
    );
    return api.split("    - ")[1];
  };
  expect(step("GET /short-urls/{code} -> 200 {target}", "get")).toBe("{get: short_urls, by: {slug: $path.code}}");
  expect(step("PATCH /r/{code} {Target: uri} -> 204", "update")).toBe(
    "{update: short_urls, set: {target: $body.Target}, where: {slug: $path.code}, else: 409}",
  );
  expect(step("GET /r?limit=20 -> 200 [{target}]", "list")).toBe(
    "{list: short_urls, order: [slug], limit: $query.limit}",
  );
  expect(accepted("GET /r\n  x-operation:\n    - |", "list")).toContain("- {list: short_urls, order: [slug]}");
});

test("tables stand behind a step, and not behind a method that is called alike", () => {
  expect(labels(`${line}  x-operation:\n    - get: |`)).toEqual(["short_urls"]);
  expect(labels(`${yaml}      x-operation:\n        - {update: sh|}`)).toEqual(["short_urls"]);
  expect(labels("openapi: 3.1.0\npaths:\n  /links:\n    get: |\n")).toEqual([]);
});

test("a reference is completed by what this endpoint is sent, or by a column", () => {
  const steps = `GET /other\n${line}  x-operation:\n    - {insert: short_urls, values: {target: $`;
  expect(labels(`${steps}body.|}}\n`)).toEqual(["target"]);
  expect(labels(`${steps}row.|}}\n`)).toEqual(["slug", "target"]);
  expect(labels(`${yaml}      x-operation:\n        - {get: short_urls, by: {slug: $path.s|}}\n`)).toEqual(["slug"]);
});

test("behind a dollar sign stands what a value may come from, and $row is first of the table used last", () => {
  const seats = `${schema} create table seats (id uuid primary key, slug text);`;
  const offered = (marked: string) => completeApi(request(marked, seats)).map(({ label, detail }) => [label, detail]);
  const steps = `${line}  x-operation:\n    - {get: short_urls, by: {slug: $body.target}}\n    - {return: {body: $`;
  expect(offered(`${steps}|`).map(([label]) => label)).toEqual(expect.arrayContaining(["body", "row", "now"]));
  expect(offered(`${steps}row.|}}`)).toContainEqual(["slug", "short_urls, text"]);
  expect(offered(`${steps.replace("short_urls", "seats")}row.|}}`)).toContainEqual(["slug", "seats, text"]);
  expect(labels("GET /a # costs $|\n")).toEqual([]);
});

test("a step's columns and its further keys stand where they go, without those that are there", () => {
  const steps = `${line}  x-operation:\n    - `;
  expect(labels(`${steps}{insert: short_urls, values: {|`)).toEqual(["slug", "target"]);
  expect(labels(`${steps}{insert: short_urls, values: {slug: {base62: 7}, ta|}}`)).toEqual(["target"]);
  expect(labels(`${steps}update: short_urls\n      set:\n        |`)).toEqual(["slug", "target"]);
  expect(labels(`${steps}{insert: short_urls, |}`)).toEqual(["values", "onConflict"]);
  expect(labels(`${steps}get: short_urls\n      |`)).toEqual(["by", "else", "cache", "lock"]);
  expect(labels(`${steps}{insert: short_urls, values: {slug: |`)).toEqual([]);
  expect(labels(`${steps}{publish: clicks, message: {|`)).toEqual([]);
  expect(labels(`${steps}{list: short_urls, order: [|`)).toEqual([]);
  expect(labels(`${steps}transaction:\n        - |`)).toEqual(Object.keys(stepDocs));
  expect(labels(`x-workers:\n  clicker:\n    - {delete: |}\n`)).toEqual(["short_urls"]);
});

test("the long form of x-operation is offered part by part, and steps only below its steps", () => {
  const kept = "create table links (code text primary key, url text, idem_key text unique);";
  const offered = (marked: string) => completeApi(request(marked, kept));
  const start = "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\n  x-operation:\n    ";
  const [key] = offered(`${start}id|`).filter(({ label }) => label === "idempotency");
  expect(key?.insert).toBe("idempotency: {header: Idempotency-Key, column: links.idem_key}");
  const [steps, ...others] = offered(`${start}${key?.insert}\n    |`);
  expect(others).toEqual([]);
  const api = `${start}${key?.insert}\n    ${steps?.insert}`;
  expect(offered(`${api}|`).map(({ label }) => label)).toEqual(Object.keys(stepDocs));
  const whole = readDesign({ schema: kept, api: `${api}{insert: links, values: {url: $body.url}}`, design: "" }, {});
  expect(whole.operations[0]?.idempotency).toEqual({ header: "Idempotency-Key", column: "links.idem_key" });
});

test("quotes that stand there already are taken into the word", () => {
  const within = (value: string) => `{"paths": {"/a": {"get": {\n  ${value}\n}}}}`;
  expect(accepted(within('"x-cap|"'), "x-capability")).toBe(within('"x-capability": '));
  expect(accepted(within('"x-capability": "|"'), "resolve")).toBe(within('"x-capability": "resolve"'));
  expect(accepted(`${line}  x-capability: "re|"\n`, "resolve")).toBe(`${line}  x-capability: "resolve"\n`);
  expect(accepted(`${line}  x-cap|: resolve`, "x-capability")).toBe(`${line}  x-capability: resolve`);
});

// What costs the square of a line's length would outlast the test's own limit by far.
test("a line that is too long to be looked at is offered nothing and explained nothing", () => {
  const model = { operations: [], tables: [] };
  for (const word of ["a", " ", "{", "get: ", '"a', "\n "]) {
    const text = `${line}  x-operation: [${word.repeat(200_000)} {`;
    const offset = text.length;
    expect(completeApi({ text, offset, model, capabilities })).toEqual([]);
    expect(hoverApi({ text, offset, model, capabilities })).toBeNull();
  }
});

test("at the start of a sketch's line stand the methods", () => {
  expect(accepted(`${line}DEL|`, "DELETE")).toBe(`${line}DELETE /`);
  expect(labels("|")).toEqual(["GET", "POST", "PUT", "PATCH", "DELETE"]);
  expect(labels(`${yaml}|`)).toEqual([]);
});

test("in a sketched endpoint stand columns, types and statuses where each may go", () => {
  const seats = `create table seats (id uuid primary key, row_no int);`;
  const offered = (marked: string) => completeApi(request(marked, `${schema} ${seats}`)).map(({ label }) => label);
  expect(offered("POST /seats {|")).toEqual(["id", "row_no", "slug", "target"]);
  expect(offered("POST /short-urls {target: uri, s|} -> 201")).toEqual(["slug", "id", "row_no"]);
  expect(offered("GET /seats?row_no&|")).toContain("id");
  expect(offered("POST /seats {row_no: |}")).toEqual(expect.arrayContaining(["int", "uuid"]));
  expect(offered("GET /{slug} -> |")).toContain("302");
  expect(offered("GET /{slug} -> 302 | 4|")).toContain("404");
  expect(offered("GET /{slug} -> 200 {|")).toContain("target");
  expect(offered("GET /seats th|")).toEqual([]);
});

test("a word under the pointer is explained in the design's own names, a word of OpenAPI is not", () => {
  expect(hoverApi(request(`${line}  x-operation:\n    - {in|sert: short_urls}`))?.example).toContain("short_urls");
  expect(hoverApi(request(`${line}  x-capa|bility: create`))?.says).toBe(extensionDocs["x-capability"]?.says);
  expect(hoverApi(request(yaml.replace("get:", "g|et:")))).toBeNull();
});
