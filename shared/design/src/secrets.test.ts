import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "./read.ts";

beforeAll(loadReader);

// Put together here, so that no scanner takes this file for a leak.
const token = ["ghp_", "16C7e42F292c6912E7710c838347Ae178B4a"].join("");
const texts = {
  schema: `-- owner ${token}\ncreate table link (id bigint primary key);\n`,
  api: "openapi: 3.1.0\n# postgres://app:h0rse-b4ttery@db/links\npaths:\n  /a: { get: { responses: { 200: { description: x } } } }\n",
  design: `# Keys\n\nWe use ${token} here.\n`,
};
const secretsOf = (of: typeof texts) => readDesign(of, {}).findings.filter(({ rule }) => rule === "secret-in-document");

test("a credential in any document is told at its line and stops nothing", () => {
  const found = secretsOf(texts);
  expect(found.map(({ document, line, severity, stopsRun }) => [document, line, severity, stopsRun])).toEqual([
    ["schema", 1, "warning", undefined],
    ["api", 2, "warning", undefined],
    ["design", 3, "warning", undefined],
  ]);
  expect(JSON.stringify(found)).not.toContain(token);
});

test("its fix leaves a placeholder, and nothing more to be said", () => {
  const mended = { ...texts };
  for (const { fixes } of secretsOf(texts)) {
    for (const { document, from, to, insert } of fixes?.[0]?.edits ?? []) {
      mended[document] = mended[document].slice(0, from) + insert + mended[document].slice(to);
    }
  }
  expect(mended.api).toContain("postgres://app:REDACTED@db/links");
  expect(secretsOf(mended)).toEqual([]);
});

test("what stands in many documents and opens nothing is no credential", () => {
  const schema = "create table account (password text not null, api_key text unique, token char(40), secret bytea);\n";
  const api =
    "openapi: 3.1.0\n# redis://:password@cache, Authorization: Bearer <token>\npaths:\n  /a:\n    post:\n      security: [{ bearer: [] }]\n      requestBody: { content: { application/json: { schema: { properties: { password: { type: string, example: correct-horse-battery-staple } } } } } }\n      responses: { 201: { description: x } }\n";
  expect(secretsOf({ schema, api, design: "Keys are in AWS_SECRET_ACCESS_KEY and `${TOKEN}`.\n" })).toEqual([]);
});
