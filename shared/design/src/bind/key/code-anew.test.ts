import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null, idem text not null unique);";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const operation = (said: string, beside = "") => {
  const api = `POST /links {url: uri} [Idempotency-Key] -> 201 {code}\n${beside}GET /{code} -> 302 | 404\n`;
  return readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities).operations[0];
};
const insert = "INSERT INTO links (code, url, idem) VALUES ($1, $2, $3)";

test.each([
  `${insert} ON CONFLICT (idem) DO UPDATE SET code = EXCLUDED.code, url = EXCLUDED.url;`,
  `${insert} ON CONFLICT (idem) DO UPDATE SET url = EXCLUDED.url, code = EXCLUDED.code RETURNING code;`,
])("the row of a known key takes the new code over: %s", (statement) => {
  for (const does of [operation(`\`\`\`sql\n${statement}\n\`\`\``), operation("", `# ${statement}\n\n`)]) {
    expect(does?.idempotency).toBeUndefined();
    expect(does?.steps[0]).toMatchObject({
      values: { idem: "$header.idempotency-key" },
      onConflict: { code: { regenerate: 3 }, idem: { overwrite: ["code", "url"] } },
    });
  }
});

test.each([
  `${insert} ON CONFLICT (idem) DO NOTHING;`,
  `${insert} ON CONFLICT (idem) DO UPDATE SET url = EXCLUDED.url RETURNING code;`,
  `${insert} ON CONFLICT (idem) DO UPDATE SET idem = EXCLUDED.idem RETURNING code;`,
  `${insert} ON CONFLICT (idem) DO UPDATE SET code = links.code RETURNING code;`,
  `${insert} ON CONFLICT (idem) DO UPDATE SET code = EXCLUDED.code WHERE false;`,
])("any other statement leaves it as it is: %s", (statement) => {
  expect(operation(`\`\`\`sql\n${statement}\n\`\`\``)?.idempotency).toMatchObject({ column: "links.idem" });
});

test("that what was answered first is gone is told", () => {
  const statement = `${insert} ON CONFLICT (idem) DO UPDATE SET code = EXCLUDED.code;`;
  const api = "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
  const { findings } = readDesign({ schema, api, design: `${chart}\n\`${statement}\`\n` }, capabilities);
  expect(findings.filter(({ rule }) => rule === "key-not-kept")).toMatchObject([
    { message: expect.stringContaining("what was answered first is gone") },
  ]);
});
