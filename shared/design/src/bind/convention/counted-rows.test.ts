import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table links (code text primary key, url text not null);
create table clicks (id bigserial primary key, code text not null references links (code), at timestamptz not null default now(), weight integer);`;
const readAs = (endpoint: string) => {
  const api = `POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n${endpoint}\n`;
  const { operations } = readDesign({ schema, api, design: "" }, capabilities);
  return operations.find(({ path }) => path.endsWith("clicks"))?.steps ?? [];
};

test.each([
  ["GET /links/{code}/clicks -> 200 {count: integer}", { count: "$count" }],
  ["GET /links/{code}/clicks -> 200 {code: string, clicks: integer}", { code: "$path.code", clicks: "$count" }],
  ["GET /links/{code}/clicks -> 200 {totalClicks: integer}", { totalClicks: "$count" }],
  ["GET /links/{code}/clicks -> 200 {anzahl: integer}", { anzahl: "$count" }],
])("how many rows there are is counted: %s", (endpoint, body) => {
  expect(readAs(endpoint)).toMatchObject([
    { count: "clicks", where: { code: "$path.code" } },
    { return: { status: 200, body } },
  ]);
});

test.each([
  "GET /links/{code}/clicks -> 200 {weight: integer}",
  "GET /links/{code}/clicks -> 200 {count: integer, at: string}",
  "GET /links/{code}/clicks -> 200 [{count: integer}]",
])("what answers anything of a row counts none: %s", (endpoint) => {
  expect(JSON.stringify(readAs(endpoint))).not.toContain('"count":"clicks"');
});
