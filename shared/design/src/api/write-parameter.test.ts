import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

/** The API document once the fix of a rule is taken. */
function fixed(api: string, rule: string): string {
  const schema =
    "create table links (code text primary key, url text not null, owner text);\ncreate index on links (owner);";
  const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
  const { findings } = readDesign({ schema, api, design }, capabilities);
  const edits = findings.find((one) => one.rule === rule)?.fixes?.[0]?.edits ?? [];
  return edits
    .filter(({ document }) => document === "api")
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), api);
}

test("an endpoint that is shown as a command takes a header and a parameter as commands do", () => {
  const api = `curl -X POST 'https://sho.rt/links' \\
  -d '{"url": "https://example.com/a"}'
# 201 {"code": "a8Xk02L"}

curl -i https://sho.rt/a8Xk02L
# 302 Location: https://example.com/a

curl "https://sho.rt/links?owner=7"
# 200 [{"code": "a8Xk02L", "url": "https://example.com/a"}]
`;
  expect(fixed(api, "no-idempotency")).toContain(
    "curl -X POST 'https://sho.rt/links' -H 'Idempotency-Key: <key>' \\\n",
  );
  expect(fixed(api, "list-without-page")).toContain('curl "https://sho.rt/links?owner=7&limit=20"\n');
});

test("an endpoint on a line of its own takes them behind its path", () => {
  const api = "POST /links {url: uri} -> 201 {code}\nGET /{code} -> 302\nGET /links?owner -> 200 [{code, url}]\n";
  expect(fixed(api, "no-idempotency")).toContain("POST /links [Idempotency-Key] {url: uri}");
  expect(fixed(api, "list-without-page")).toContain("GET /links?owner&limit=20 ->");
});
