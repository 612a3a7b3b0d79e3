import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null, idempotency_key uuid unique);";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const read = (said: string, beside = "") => {
  const api = `POST /links {url: uri, alias?} [Idempotency-Key] -> 201 {code}\n${beside}GET /{code} -> 302 | 404\n`;
  const { operations, findings } = readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities);
  const step = operations[0]?.steps[0];
  return {
    taken: step !== undefined && "insert" in step ? step.onConflict?.["code"] : undefined,
    rules: findings.map(({ rule }) => rule),
  };
};
const insert = "INSERT INTO links (code, url, idempotency_key) VALUES ($1, $2, $3)";

test.each([
  `${insert}\nON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url;`,
  `${insert} on duplicate key update \`url\` = VALUES(url)`,
  `insert into "links" (code, url) values (:code, :url) on conflict ("code") do update set updated_at = now(), url = :url returning *;`,
])("a statement that writes a taken code's URL anew is run so: %s", (said) => {
  expect(read(`\`\`\`sql\n${said}\n\`\`\``)).toEqual({ taken: { overwrite: ["url"] }, rules: ["code-overwritten"] });
  expect(read("", `# ${said.replaceAll("\n", "\n# ")}\n\n`).taken).toEqual({ overwrite: ["url"] });
});

test.each([
  `${insert} ON CONFLICT (code) DO NOTHING;`,
  `${insert} ON CONFLICT (idempotency_key) DO UPDATE SET url = EXCLUDED.url;`,
  `${insert} ON CONFLICT (code) DO UPDATE SET code = EXCLUDED.code RETURNING code;`,
  `${insert} ON CONFLICT (code) DO UPDATE SET url = links.url RETURNING code;`,
  `${insert} ON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url WHERE links.url = EXCLUDED.url;`,
  "INSERT INTO visits (code, url) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url;",
  "INSERT INTO links (code) VALUES ($1); INSERT INTO visits (code) VALUES ($1) ON CONFLICT (code) DO UPDATE SET url = $2;",
])("any other statement leaves a taken code to be drawn again: %s", (said) => {
  expect(read(`\`\`\`sql\n${said}\n\`\`\``).taken).toEqual({ regenerate: 3 });
});

test.each([
  `\`\`\`go\ntx.Exec(ctx, \`${insert} ON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url\`, code, url, key)\ntx.QueryRow(ctx, \`SELECT code FROM links WHERE idempotency_key = $1\`, key)\n\`\`\``,
  `1. \`${insert} ON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url RETURNING code\`\n2. \`SELECT code FROM links WHERE code = $1\``,
])("the condition of another statement is not its own: %s", (said) => {
  expect(read(said).taken).toEqual({ overwrite: ["url"] });
});

const upsert = "const link = await prisma.link.upsert({ where: { code }, create: { code, url }, update: { url } });";

test.each([
  `\`\`\`ts\n// POST /links\n${upsert}\n\`\`\``,
  "If the code exists we update the URL.",
  "REPLACE INTO links (code, url) VALUES (?, ?);",
])("code, words and other statements that write a taken code's URL anew are run so, too: %s", (said) => {
  expect(read(said)).toEqual({ taken: { overwrite: ["url"] }, rules: ["code-overwritten"] });
});

test("the first one's link is answered where a code is found or made", () => {
  const { taken } = read("```python\nlink, _ = Link.objects.get_or_create(code=code, defaults={'url': url})\n```");
  expect(taken).toBe("return-existing");
});

test("what another endpoint does about a link that is there is its own", () => {
  const edit = "PATCH /links/{code} {url: uri} -> 200 | 404\n";
  expect(read("If the code exists we update the URL.", edit).taken).toEqual({ regenerate: 3 });
  expect(read(`## PATCH /links/{code}\n\n\`\`\`ts\n${upsert}\n\`\`\``, edit).taken).toEqual({ regenerate: 3 });
});
