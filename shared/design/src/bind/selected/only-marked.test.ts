import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table urls (code text primary key, url text not null, blocked_at timestamptz);";
const api = "POST /urls {url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const opened = (code: string) => {
  const design = `\`\`\`mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n\`\`\`\n\n## Opening\n\n\`\`\`\n${code}\n\`\`\`\n`;
  return readDesign({ schema, api, design }, capabilities).operations.find(({ path }) => path === "/{code}")?.steps;
};

test.each([
  "row = DB[:urls].exclude(blocked_at: nil).first(code: code)",
  "Url.where(code: code).where.not(blocked_at: nil).first",
  "Url.objects.exclude(blocked_at=None).get(code=code)",
  "Url.objects.get(code=code, blocked_at__isnull=False)",
  "Url::where('code', $code)\n    ->whereNotNull('blocked_at')\n    ->first();",
  "prisma.url.findFirst({ where: { code, blockedAt: { not: null } } })",
  "db.select().from(urls).where(and(eq(urls.code, code), isNotNull(urls.blockedAt)))",
  "select(Url).where(Url.code == code, Url.blocked_at.is_not(None))",
  "from u in Url, where: u.code == ^code and not is_nil(u.blocked_at)",
])("a row whose column is empty is not found where code asks for a value: %s", (code) => {
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  expect(opened(code)).toContainEqual({ if: { blocked_at: null }, then: [{ return: { status: 404 } }] });
});

test.each([
  "row = DB[:urls].first(code: code, blocked_at: nil)",
  "Url.where(code: code, blocked_at: nil).first",
  "Url::where('code', $code)->whereNull('blocked_at')->first();",
  "return 404 if row.blocked_at is not None",
  "blocked = DB[:urls].exclude(blocked_at: nil).count",
])("any other code asks for none: %s", (code) => {
  expect(JSON.stringify(opened(code))).not.toContain("blocked_at");
});
