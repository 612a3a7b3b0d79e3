import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table links (
  code text primary key,
  url text not null,
  click_count bigint not null default 0
);
`;
const api = `POST /links {url: uri} -> 201 {code}
GET /{code} -> 302 | 404
GET /links/{code}/stats -> 200 {code, clickCount} | 404
`;
const chart = "```mermaid\nflowchart LR\n  c[Client] --> api[API] --> db[(Postgres)]\n```\n";

const readAll = (texts: Partial<Record<"schema" | "api" | "design", string>>) =>
  readDesign({ schema, api, design: chart, ...texts }, capabilities);
const told = (texts: Parameters<typeof readAll>[0]) =>
  readAll(texts).findings.filter(({ rule }) => rule === "count-not-run");

test.each([
  "Every open adds one to click_count.",
  "We count clicks: each redirect does `click_count = click_count + 1`.",
  "Each click is counted (clickCount).",
  "Jeder Aufruf erhöht click_count.",
  "Cada visita incrementa click_count.",
])("a count that the design promises and nothing makes is told where the row is opened: %s", (sentence) => {
  const design = `${sentence}\n${chart}`;
  const [found, ...more] = told({ design });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ document: "api", line: 2, severity: "warning" });
  expect(found?.message).toContain(sentence);
  const edit = found?.fixes?.[0]?.edits[0];
  if (edit === undefined) throw new Error("no click counts it");
  const counting = api.slice(0, edit.from) + edit.insert + api.slice(edit.to);
  const after = readAll({ design, api: counting });
  expect(after.operations.find(({ path }) => path === "/{code}")?.steps).toContainEqual({
    increment: "links.click_count",
    where: { code: "$path.code" },
  });
  expect(after.findings.filter(({ rule }) => rule === "count-not-run")).toEqual([]);
});

test("what is said beside an endpoint is told there, without the endpoint's own line", () => {
  const [found] = told({ api: api.replace("302 | 404", "302 | 404     # adds one to click_count") });
  expect(found).toMatchObject({ line: 2 });
  expect(found?.message).toMatch(/^“adds one to click_count” is not run/);
});

test.each([
  "Statistics answer the click_count of a link.",
  "No open adds one to click_count in this version.",
  "Opens are not counted in click_count.",
])("what promises no count is not taken for one: %s", (sentence) => {
  expect(told({ design: `${sentence}\n${chart}` })).toEqual([]);
});

test("a queue that is drawn for it is asked about instead", () => {
  const design = `Every open adds one to click_count.\n${chart.replace("\n```\n", "\n  api -.-> q[[Click queue]] -.-> w[Worker] --> db\n```\n")}`;
  const { findings } = readAll({ design });
  expect(findings.map(({ rule }) => rule)).not.toContain("count-not-run");
  expect(findings.map(({ document }) => document)).toContain("design");
});
