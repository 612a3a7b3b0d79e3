import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const told = (line: string, columns = "code text primary key, url text not null, idem_key text unique") =>
  readDesign(
    { schema: `create table links (${columns});`, api: `${line}\nGET /{code} -> 302 | 404\n`, design },
    capabilities,
  ).findings.filter(({ rule }) => rule === "field-not-kept");

test("what an endpoint is sent and no column keeps is told there", () => {
  const found = told("POST /links {url: uri, ttl_days?: integer, note?: string} -> 201 {code}");
  expect(found).toMatchObject([{ severity: "warning", document: "api", line: 1 }]);
  expect(found[0]?.message).toContain("takes ttl_days, note, and no column of links keeps it");
});

test("what is kept, chooses the code, or is the request's key is not left out", () => {
  expect(told("POST /links {url: uri, custom_alias?: string, idempotency_key: string} -> 201 {code}")).toEqual([]);
  expect(
    told("POST /links {url: uri, note?: string} -> 201 {code}", "code text primary key, url text, note text"),
  ).toEqual([]);
});
