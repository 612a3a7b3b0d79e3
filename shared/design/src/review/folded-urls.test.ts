import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const api = "POST /links {url: uri, owner} -> 201 {code} | 200 {code}\nGET /{code} -> 302 | 404\n";
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const links = (more: string, url = "text") =>
  `create table links (code text primary key, url ${url} not null, owner text not null${more});\n`;
const read = (schema: string, own = api) => readDesign({ schema, api: own, design }, capabilities);
const told = (schema: string, own?: string) =>
  read(schema, own).findings.filter(({ rule }) => rule === "url-case-folded");

test.each([
  [links(",\n  h text generated always as (md5(lower(url))) stored,\n  unique (owner, h)"), 2],
  [links(",\n  url_key text generated always as (lower(url)) stored unique"), 2],
  [`${links("")}create unique index on links (owner, lower(url));`, 2],
  [`${links("")}create unique index on links (owner, md5(upper(url)));`, 2],
  [links(", unique (owner, url)", "citext"), 1],
])("one row for URLs of whatever case is told of where it is declared: %s", (schema, line) => {
  const [found, ...more] = told(schema);
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    document: "schema",
    line,
    message: expect.stringContaining("the first one's address"),
  });
  expect(read(schema).operations[0]?.steps[0]).toMatchObject({ onConflict: { url: "return-existing" } });
});

test("where a second is refused, that is told", () => {
  const schema = links(",\n  h text generated always as (md5(lower(url))) stored,\n  unique (owner, h)");
  expect(told(schema, api.replace("| 200 {code}", "| 409"))).toMatchObject([
    { message: expect.stringContaining("is refused by POST /links") },
  ]);
});

test.each([
  links(", h text generated always as (md5(url)) stored, unique (owner, h)"),
  links(", h text generated always as (md5(lower(url))) stored"),
  `${links("")}create index on links (owner, lower(url));`,
  `${links(", unique (owner, url)")}create unique index on links (lower(code));`,
])("what tells case apart, is not unique or is no URL's is fine: %s", (schema) => {
  expect(told(schema)).toEqual([]);
});
