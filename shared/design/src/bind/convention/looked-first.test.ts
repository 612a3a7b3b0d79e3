import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const links = "create table links (code text primary key, url text not null, owner text);";
const readOf = (told: string, { schema = links, answers = "201 {code} | 200 {code} | 400" } = {}) =>
  readDesign(
    {
      schema,
      api: `POST /links {url: uri} -> ${answers}\nGET /{code} -> 302 | 404\n`,
      design: `${chart}\n## POST /links\n\n${told}\n\n## GET /{code}\n\nselect url from links where code = $1\n`,
    },
    capabilities,
  );
const stepsOf = (...given: Parameters<typeof readOf>) => readOf(...given).operations[0]?.steps;
const sql = (text: string) => `\`\`\`sql\n${text}\n\`\`\`\n`;
const add = "insert into links (code, url) values ($2, $1);";
const locked = [
  {
    transaction: [
      { get: "links", by: { url: "$body.url" }, lock: "absent" },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      { if: { found: true }, then: [{ return: { status: 200 } }] },
      { insert: "links" },
    ],
  },
  { return: { status: 201 } },
];

test.each([
  sql(`begin;\nselect pg_advisory_xact_lock(hashtext($1));\nselect code from links where url = $1;\n${add}\ncommit;`),
  sql(
    `begin;\nlock table links in share row exclusive mode;\nselect code from links l where l.url = $1 limit 1;\n${add}\ncommit;`,
  ),
  "In one transaction, an advisory lock on the URL first. Then `select code from links where url = $1`: there, 200 with it, else it is added.",
  '```ruby\nLink.transaction do\n  execute("select pg_advisory_xact_lock(hashtext(#{quote(url)}))")\n  link = Link.find_by(url: url)\n  link ||= Link.create!(url: url, code: draw)\nend\n```',
  "```ts\nawait db.$transaction(async (tx) => {\n  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${url}, 0))`;\n  const old = await tx.link.findFirst({ where: { url } });\n```",
  `The transaction is SERIALIZABLE and is tried again on 40001.\n${sql(`select code from links where url = $1;\n${add}`)}`,
])("one at a time looks for what is sent and adds it, where a lock of it is taken before the look: %s", (told) => {
  expect(stepsOf(told)).toMatchObject(locked);
});

test.each([
  ["takes none", sql(`select code from links where url = $1;\n${add}`)],
  [
    "takes it behind the look",
    sql(`begin;\nselect code from links where url = $1;\nselect pg_advisory_xact_lock(hashtext($1));\n${add}\ncommit;`),
  ],
  [
    "lets go of it at once",
    sql(`select pg_advisory_xact_lock(hashtext($1));\nselect code from links where url = $1;\n${add}`),
  ],
  [
    "takes that of something else",
    sql(
      `begin;\nselect pg_advisory_xact_lock(hashtext('code'));\nselect code from links where url = $1;\n${add}\ncommit;`,
    ),
  ],
  [
    "does without",
    `In a transaction, without an advisory lock on the URL.\n${sql(`select code from links where url = $1;\n${add}`)}`,
  ],
])("a look keeps nobody out where the design %s", (_what, told) => {
  expect(stepsOf(told)).toMatchObject([
    { get: "links", by: { url: "$body.url" } },
    { if: { found: true } },
    { insert: "links" },
    { return: { status: 201 } },
  ]);
  expect(stepsOf(told)?.[0]).not.toHaveProperty("lock");
});

test("a look by the hash of a URL beside it asks for both as the insert fills them", () => {
  const schema = "create table links (code text primary key, url text not null, url_md5 char(32) not null);";
  expect(stepsOf(sql("select code from links where url_md5 = md5($1) and url = $1;"), { schema })?.[0]).toEqual({
    get: "links",
    by: { url_md5: { hash: "$body.url", first: 32 }, url: "$body.url" },
  });
});

test.each([
  ["asks for more than is sent", "select code from links where url = $1 and owner = 'me'", {}],
  [
    "stands behind the insert",
    "insert into links (code, url) values ($2, $1); select code from links where url = $1",
    {},
  ],
  ["refuses what is there", "select 1 from links where url = $1", { answers: "201 {code} | 409" }],
  [
    "finds a row that a unique column keeps alone",
    "select code from links where url = $1",
    { schema: links.replace("url text", "url text unique") },
  ],
])("no look is made where it %s", (_what, statement, given) => {
  expect(stepsOf(sql(`${statement};\n${add}`), given)?.[0]).toHaveProperty("insert");
});

test("a look that keeps nobody out is told of, and one that does is not", () => {
  const look = `select code from links where url = $1;\n${add}`;
  const told = (text: string): string[] =>
    readOf(text)
      .findings.filter(({ rule }) => rule === "no-idempotency")
      .map(({ message }) => message);
  expect(told(sql(look))).toEqual([expect.stringContaining("both look before either has written")]);
  expect(told(sql(`begin;\nselect pg_advisory_xact_lock(hashtext($1));\n${look}\ncommit;`))).toEqual([]);
});
