import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema =
  "create table links (code text primary key, url text not null, expires_at timestamptz not null default now() + interval '1 year');";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const opened = (where: string, answers = "302 | 404") => {
  const api = `POST /links {url: uri} -> 201 {code}\nGET /{code} -> ${answers}\n`;
  const design = `${chart}\n## GET /{code}\n\`\`\`sql\nselect url from links ${where};\n\`\`\`\n`;
  const read = readDesign({ schema, api, design }, capabilities);
  const steps = read.operations.find(({ method }) => method === "GET")?.steps ?? [];
  return { over: steps.find((step) => "if" in step), rules: read.findings.map(({ rule }) => rule) };
};

test.each([
  "where code = $1 and expires_at > now()",
  "l where l.code = $1 and now() < l.expires_at",
  "where code = :code and (expires_at is null or expires_at >= current_timestamp)",
  "where expires_at > @now and code = @code",
])("what is over is not found where its read asks for what still holds: %s", (where) => {
  const { over, rules } = opened(where);
  expect(over).toMatchObject({ if: { expires_at: { lt: "$now" } } });
  expect(over).toHaveProperty("then.0.return.status", 404);
  expect(rules).not.toContain("end-not-run");
});

test("a 410 that is declared is answered, whatever the statement asks", () => {
  const { over } = opened("where code = $1", "302 | 404 | 410");
  expect(over).toHaveProperty("then.0.return.status", 410);
});

test("a statement that asks for what is over finds that alone", () => {
  const { over } = opened("where code = $1 and expires_at < now()");
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  expect(over).toMatchObject({ if: { expires_at: { gte: "$now" } }, then: [{ return: { status: 404 } }] });
});

test.each(["where code = $1", "where expires_at > now()"])(
  "nothing is over where its read does not ask for what still holds: %s",
  (where) => {
    expect(opened(where).over).toBeUndefined();
  },
);
