import { expect, test } from "vitest";
import { createCheck } from "./check.ts";
import type { Asked } from "./scope.ts";
import { operation } from "./test-service.ts";

const asked = (change: Partial<Asked>): Asked => ({
  path: {},
  query: {},
  header: {},
  body: undefined,
  user: null,
  ...change,
});

const search = operation("GET", "/links", [], {
  parameters: [
    { name: "limit", in: "query", required: false, schema: { type: "integer", minimum: 1, maximum: 100, default: 20 } },
    { name: "tag", in: "query", required: false, schema: { type: "array", items: { type: "string" } } },
    { name: "X-Tenant", in: "header", required: true, schema: { type: "string", format: "uuid" } },
  ],
});
const header = { "x-tenant": "00000000-0000-4000-8000-000000000000" };
const silent = () => {};

test("parameters are read as their type, defaults filled in, one value taken for a list of one", () => {
  const request = asked({ header: { ...header }, query: { tag: "a" } });
  expect(createCheck(search, silent)(request)).toBeNull();
  expect(request.query).toEqual({ limit: 20, tag: ["a"] });
});

test("what is wrong is named with its place", () => {
  const check = createCheck(search, silent);
  expect(check(asked({ header: { ...header }, query: { limit: "many" } }))).toBe("query/limit must be integer");
  expect(check(asked({ header: { ...header }, query: { limit: "101" } }))).toBe("query/limit must be <= 100");
  expect(check(asked({}))).toBe("header must have required property 'x-tenant'");
});

test("a body means what it says: text is no number", () => {
  const check = createCheck(operation("POST", "/a", [], { body: { properties: { n: { type: "integer" } } } }), silent);
  expect(check(asked({ body: { n: 1 } }))).toBeNull();
  expect(check(asked({ body: { n: "1" } }))).toBe("body/n must be integer");
});

test("a schema that cannot be used is told of, and its requests go through", () => {
  const said: string[] = [];
  const broken = operation("POST", "/a", [], { body: { type: "string", pattern: "(" } });
  expect(createCheck(broken, (line) => said.push(line))(asked({ body: "x" }))).toBeNull();
  expect(said).toEqual([expect.stringMatching(/^POST \/a: its body goes unchecked, /)]);
});
