import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const read = (check: string) =>
  readDesign(
    { schema: `create table links (code text primary key, url text not null, ${check});`, api, design },
    capabilities,
  );

test.each([
  ["check (code ~ '^[0-9A-Za-z]{8}$')", 8],
  ["constraint form check (length(code) > 3 and code ~ '^[A-Za-z0-9_-]{4,6}$')", 6],
  ["check (code ~ '^[0-9A-Za-z]+$')", 7],
])("a code is as long as its check wants it: %s", (check, base62) => {
  const { operations, findings } = read(check);
  expect(operations[0]?.steps[0]).toMatchObject({ values: { code: { base62 } } });
  expect(findings.filter(({ rule }) => rule === "code-alphabet")).toEqual([]);
});

test("a code is drawn out of what its check lets stand", () => {
  const { operations, findings } = read("check (code ~ '^[23456789bcdfghjkm]{8}$')");
  expect(operations[0]?.steps[0]).toMatchObject({ values: { code: { base62: 8, of: "23456789bcdfghjkm" } } });
  expect(findings.filter(({ rule }) => rule === "code-alphabet")).toEqual([]);
});

test("a check that refuses all that a run could draw is told at the endpoint, and stops the run", () => {
  const found = read("check (code ~ '^[!-+]{8}$')").findings.filter(({ rule }) => rule === "code-alphabet");
  expect(found).toMatchObject([{ document: "api", line: 1, severity: "error" }]);
  expect(found[0]?.message).toContain("refuses 0");
});
