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

const ofEach = `create table links (id bigint generated always as identity primary key, code text not null, url text not null, owner text not null, request_id text not null);
create unique index links_code on links (code); create unique index one_for_each on links (owner, request_id);`;
const byOwner = (conflict: string, { schema: own = ofEach, keyed = ", request_id" } = {}) => {
  const api = `POST /links {url: uri, owner${keyed}} -> 201 {code} | 409\nGET /{code} -> 302 | 404\n`;
  const statement = `INSERT INTO links (code, url, owner${keyed}) VALUES ($1, $2, $3${keyed === "" ? "" : ", $4"}) ${conflict};`;
  return readDesign({ schema: own, api, design: `${chart}\n\`\`\`sql\n${statement}\n\`\`\`\n` }, capabilities);
};
const anew = "DO UPDATE SET code = EXCLUDED.code, created = now()";

test.each([
  `ON CONFLICT (owner, request_id) ${anew} RETURNING code`,
  `ON CONFLICT (request_id, owner) ${anew}`,
  `ON CONFLICT ON CONSTRAINT one_for_each ${anew}`,
  `ON CONFLICT ("owner", "request_id") ${anew}`,
])("so does the row of a key that is one person's: %s", (conflict) => {
  const { operations, findings } = byOwner(conflict);
  expect(operations[0]).toMatchObject({
    steps: [{ onConflict: { code: { regenerate: 3 }, request_id: { overwrite: ["code"] } } }, {}],
  });
  expect(operations[0]?.idempotency).toBeUndefined();
  expect(findings.map(({ rule }) => rule)).toContain("key-not-kept");
});

test("a call of an ORM by two columns does so, too", () => {
  const api = "POST /links {url: uri, owner, request_id} -> 201 {code} | 409\nGET /{code} -> 302 | 404\n";
  const call =
    "const link = await prisma.link.upsert({ where: { owner_requestId: { owner, requestId } }, create: row, update: { code } });";
  const { operations } = readDesign(
    { schema: ofEach, api, design: `${chart}\n\`\`\`ts\n${call}\n\`\`\`\n` },
    capabilities,
  );
  expect(operations[0]?.steps[0]).toMatchObject({ onConflict: { request_id: { overwrite: ["code"] } } });
});

test.each(["links.url = EXCLUDED.url", "url is not distinct from $2"])(
  "a condition that asks for the same again is met by it, and refuses another: %s",
  (condition) => {
    const [does] = byOwner(`ON CONFLICT (owner, request_id) ${anew} WHERE ${condition} RETURNING code`).operations;
    const by = { owner: "$body.owner", request_id: "$body.request_id" };
    expect(does?.steps).toMatchObject([
      {
        if: { "$body.request_id": null },
        else: [
          { get: "links", by },
          // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
          { if: { found: true }, then: [{ if: { url: "$body.url" }, else: [{ return: { status: 409 } }] }] },
        ],
      },
      { insert: "links", onConflict: { request_id: { overwrite: ["code"] } } },
      {},
    ]);
  },
);

test.each([
  `ON CONFLICT (owner, request_id) ${anew} WHERE links.created < now()`,
  `ON CONFLICT (owner, url) ${anew}`,
  "ON CONFLICT (owner, request_id) DO NOTHING",
  "ON CONFLICT (owner, request_id) DO UPDATE SET owner = EXCLUDED.owner WHERE code = EXCLUDED.code RETURNING code",
])("what asks for more, or has another target, leaves it: %s", (conflict) => {
  expect(byOwner(conflict).operations[0]?.idempotency).toMatchObject({ column: "links.request_id" });
});

test("the row of what is sent takes a new code over where it has no key", () => {
  const schema =
    "create table links (code text primary key, url text not null, owner text not null, unique (owner, url));";
  const [does] = byOwner(`ON CONFLICT (owner, url) ${anew}`, { schema, keyed: "" }).operations;
  expect(does?.steps[0]).toMatchObject({ onConflict: { url: { overwrite: ["code"] } } });
});

test("that what was answered first is gone is told", () => {
  const statement = `${insert} ON CONFLICT (idem) DO UPDATE SET code = EXCLUDED.code;`;
  const api = "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
  const { findings } = readDesign({ schema, api, design: `${chart}\n\`${statement}\`\n` }, capabilities);
  expect(findings.filter(({ rule }) => rule === "key-not-kept")).toMatchObject([
    { message: expect.stringContaining("what was answered first is gone") },
  ]);
});
