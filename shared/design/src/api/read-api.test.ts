import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readApi } from "./read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  return { ...readApi(text, tell), findings, rules: findings.map((f) => `${f.rule} ${f.line}:${f.column}`) };
}

const ok = "responses: { 200: { description: ok } }";

test("an endpoint is read with parameters of its path, its body and its answers, references followed", () => {
  const { endpoints, findings } = read(`openapi: 3.0.3
components:
  parameters: { Key: { name: Idempotency-Key, in: header, schema: { type: string } } }
  schemas:
    Link: { type: object, properties: { url: { type: string, format: uri, nullable: true }, of: { $ref: "#/components/schemas/Link" } } }
  responses: { Made: { description: made, content: { application/json: { schema: { $ref: "#/components/schemas/Link" } } } } }
paths:
  /links/{code}:
    parameters: [{ name: code, in: path, required: true, schema: { type: integer, minimum: 1, exclusiveMinimum: true } }]
    put:
      operationId: save
      parameters: [{ $ref: "#/components/parameters/Key" }]
      requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Link" } } } }
      responses: { "201": { $ref: "#/components/responses/Made" }, 4XX: { description: no }, default: { description: x } }
`);
  expect(findings).toEqual([]);
  expect(endpoints[0]?.endpoint).toMatchObject({
    opId: "PUT /links/{code}",
    line: 10,
    operationId: "save",
    bodyRequired: true,
    body: { type: "object", properties: { url: { type: ["string", "null"], format: "uri" }, of: {} } },
    parameters: [
      { name: "Idempotency-Key", in: "header", required: false },
      { name: "code", in: "path", required: true, schema: { type: "integer", exclusiveMinimum: 1 } },
    ],
    responses: [{ status: 201, schema: { type: "object" } }, { status: 400 }],
  });
});

test("JSON is read like YAML, tabs and all", () => {
  const { endpoints, findings } = read(
    '{\n\t"openapi": "3.1.0",\n\t"paths": {\n\t\t"/x": {"get": {"responses": {"200": {"description": "ok"}}}}\n\t}\n}',
  );
  expect(findings).toEqual([]);
  expect(endpoints[0]?.endpoint.line).toBe(4);
});

test("a text that is no API is told so, with what to write", () => {
  const { findings, rules } = read("just: words");
  expect(rules).toEqual(["api-form 1:1"]);
  expect(findings[0]).toMatchObject({ severity: "error" });
  expect(findings[0]?.message).toContain("paths");
});

const schemas = (all: string) =>
  `openapi: 3.1.0\nx: { ${all} }\npaths:\n  /a:\n    get: { parameters: [{ name: q, in: query, schema: { $ref: "#/x/A" } }], ${ok} }`;

test.each([
  [`openapi: 3.1.0\npaths:\n  /é😀x: {}\n  links: { get: { ${ok} } }`, "path 4:3"],
  [`openapi: 3.1.0\npaths:\n  /a/{x}: { get: { ${ok} } }\n  /a/{y}: { get: { ${ok} } }`, "duplicate-path 4:3"],
  [
    `openapi: 3.1.0\npaths:\n  /a: { get: { operationId: a, ${ok} } }\n  /b: { get: { operationId: a, ${ok} } }`,
    "duplicate-operation-id 4:29",
  ],
  ["openapi: 3.1.0\npaths:\n  /a:\n    get: { summary: nothing }", "no-response 4:5"],
  [`openapi: 3.1.0\npaths:\n  /a:\n    pots: {}\n    get: { ${ok} }`, "method 4:5"],
  [`openapi: 3.1.0\npaths:\n  /a:\n    get: { parameters: [{ $ref: "#/nowhere" }], ${ok} }`, "unknown-ref 4:33"],
  [
    `openapi: 3.1.0\nx: { a: { $ref: "#/x/b" }, b: { $ref: "#/x/a" } }\npaths:\n  /a:\n    get: { parameters: { $ref: "#/x/a" }, ${ok} }`,
    "ref-cycle 5:24",
  ],
  [schemas("A: { allOf: [{ $ref: '#/x/B' }] }, B: { anyOf: [{ $ref: '#/x/A' }] }"), "ref-cycle 2:54"],
  [schemas("A: { not: { $ref: '#/x/A' } }"), "ref-cycle 2:16"],
  ["openapi: 3.1.0\npaths:\n\t/a: {}", "syntax 3:1"],
  ["openapi: 3.1.0\npaths: {}\npaths: {}", "syntax 3:1"],
  [`openapi: 3.1.0\npaths:\n  /a:\n    post: { ${ok} }`, "no-body 4:5"],
  [`paths: { /a: { get: { ${ok} } } }`, "api-version 1:1"],
])("%s is told at its place", (text, expected) => {
  expect(read(text).rules).toContain(expected);
});

test("a schema that holds values like itself is sound, also where allOf stands between", () => {
  const tree = schemas(
    "A: { allOf: [{ $ref: '#/x/B' }, { type: object }] }, B: { properties: { of: { allOf: [{ $ref: '#/x/A' }] }, more: { items: { $ref: '#/x/B' } } } }",
  );
  expect(read(tree).rules).toEqual([]);
});

test("a line may end as Windows ends it", () => {
  expect(read(`openapi: 3.1.0\r\n# 😀\r\npaths:\r\n  /a:\r\n    get: { summary: x }\r\n`).rules).toEqual([
    "no-response 5:5",
  ]);
});

test("what a validator would refuse in a schema is told and left out", () => {
  const schema = "{ type: uuid, pattern: '[', minLength: -1, required: true, format: zorp, example: 1 }";
  const { endpoints, rules } = read(
    `openapi: 3.1.0\npaths:\n  /a:\n    post: { requestBody: { content: { application/json: { schema: ${schema} } } }, ${ok} }`,
  );
  expect(endpoints[0]?.endpoint.body).toEqual({ type: "string", format: "uuid" });
  expect(rules.every((rule) => rule.startsWith("json-schema 4:"))).toBe(true);
  expect(rules).toHaveLength(4);
});

test("a text that expands to a billion words is read at its own size", () => {
  const levels = "abcdefghij"
    .split("")
    .map(
      (c, n) =>
        `${c}: &${c} [${Array.from({ length: 9 }, () => (n === 0 ? "x" : `*${"abcdefghij"[n - 1]}`)).join(", ")}]`,
    );
  const schema = "{ allOf: *j, enum: *j }";
  const text = `openapi: 3.1.0\n${levels.join("\n")}\npaths:\n  /a:\n    post: { requestBody: { content: { application/json: { schema: ${schema} } } }, ${ok} }`;
  expect(JSON.stringify(read(text).endpoints.map(({ endpoint }) => endpoint)).length).toBeLessThan(1_000_000);
});

test.each([
  ["security: [{ jwt: [] }]", "type: http, scheme: bearer", ["Authorization"]],
  ["security: [{ jwt: [] }]", "type: http, scheme: Basic", ["Authorization"]],
  ["security: [{ jwt: [] }]", "type: oauth2, flows: {}", ["Authorization"]],
  ["security: [{ jwt: [] }]", "type: apiKey, in: header, name: X-Api-Key", ["x-api-key"]],
  ["security: [{ jwt: [] }]", "type: apiKey, in: cookie, name: sid", []],
  ["security: [{}, { jwt: [] }]", "type: http, scheme: bearer", []],
  ["summary: nothing said", "type: http, scheme: bearer", []],
])("who asks is told by a header where %s and the scheme is %s", (security, scheme, names) => {
  const head = `openapi: 3.1.0\ncomponents: { securitySchemes: { jwt: { ${scheme} } } }\n`;
  const own = `paths:\n  /a:\n    get: { ${security}, responses: { 200: { description: x } } }\n`;
  const wide = `${security}\npaths:\n  /a:\n    get: { responses: { 200: { description: x } } }\n`;
  for (const text of [head + own, security.startsWith("security") ? head + wide : head + own]) {
    const { endpoints } = readApi(text, () => {});
    expect(endpoints[0]?.endpoint.parameters.map(({ name }) => name)).toEqual(names);
  }
});

test("what is done to one thing needs no body, what is made below one does", () => {
  const rules: string[] = [];
  const post = (path: string) =>
    `openapi: 3.1.0\npaths:\n  ${path}:\n    post: { responses: { 200: { description: x } } }\n`;
  for (const path of ["/holds/{id}/confirm", "/users/{id}/posts"])
    readApi(post(path), ({ rule }) => rules.push(`${path} ${rule}`));
  expect(rules).toEqual(["/users/{id}/posts no-body"]);
});

test("a path below which a list stands, written out or by its alias, is told as such at the path", () => {
  const text = "openapi: 3.1.0\na: &a [x, x]\npaths:\n  /a: *a\n  /b: none\n  /c:\n";
  const { findings } = read(text);
  expect(findings.filter(({ rule }) => rule === "path").map(({ line, message }) => `${line} ${message}`)).toEqual([
    "4 Below /a stands a list where its methods belong; write get: or post: there, and below it what it answers.",
    "5 Below /b stands a text where its methods belong; write get: or post: there, and below it what it answers.",
  ]);
});

test.each([
  ["3XX: { description: there }, default: { description: no }", [302]],
  ["3xx: { description: there }, 4XX: { description: no }", [302, 400]],
  ["3XX: { description: there }, 307: { description: there }", [307]],
  ["2XX: { description: ok }, 201: { description: made }, 5XX: { description: no }", [201, 500]],
])("of a range of statuses one that is served is answered: %s", (responses, statuses) => {
  const { endpoints, findings } = read(`openapi: 3.1.0\npaths:\n  /x:\n    get: { responses: { ${responses} } }`);
  expect(findings).toEqual([]);
  expect(endpoints[0]?.endpoint.responses.map(({ status }) => status)).toEqual(statuses);
});
