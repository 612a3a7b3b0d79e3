import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { hands } from "./bind/hands.ts";
import { loadReader, readDesign } from "./read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const hand = hands["users counted up beside urls"];
const chart = (lines: string) => `\`\`\`mermaid\nflowchart LR\n${lines}\n\`\`\``;
const sound = {
  schema: hand?.schema.replace("url text not null", "url text not null, idem_key text unique") ?? "",
  api:
    hand?.api.replace(
      "post:",
      "post:\n      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]",
    ) ?? "",
  design: chart("c[Client] --> api[API] --> db[(Postgres)]"),
};
const told = (changed: Partial<typeof sound>) => readDesign({ ...sound, ...changed }, capabilities).findings;

test("a database that nobody drew is started, and that is said", () => {
  expect(told({ design: chart("c[Client] --> api[API]") })).toMatchObject([
    { rule: "no-database", severity: "warning" },
  ]);
});

test("a search index is called one once", () => {
  const [finding] = told({ design: chart("c[Client] --> api[API] --> db[(Postgres)]\napi --> s[Search index]") });
  expect(finding?.message).toBe("The search index is not deployed yet: the run goes without it.");
});

test("a component called end is named at its line, and the word stays free in labels", () => {
  expect(told({ design: chart("c[Client] --> api[API]\napi --> end[(DB)]") })).toMatchObject([
    { rule: "diagram", line: 4, column: 9 },
  ]);
  expect(told({ design: chart("c[The end] --> api[API]\nsubgraph x\napi --> backend_db[(DB)]\nend") })).toEqual([]);
});

test("a table called user is told to be a reserved word, and renamed by a click", () => {
  const [finding] = told({ schema: `create table user (id int primary key);\n${sound.schema}` });
  expect(finding).toMatchObject({
    rule: "reserved-word",
    line: 1,
    column: 14,
    fixes: [{ edits: [{ insert: "users" }] }, { edits: [{ insert: '"user"' }] }],
  });
});

test("the path of the first server stands before every path", () => {
  const api = sound.api.replace("paths:", "servers: [{ url: https://short.example/api/v1/ }]\npaths:");
  expect(readDesign({ ...sound, api }, capabilities).operations.map(({ path }) => path)).toEqual([
    "/api/v1/urls",
    "/api/v1/{code}",
  ]);
});
