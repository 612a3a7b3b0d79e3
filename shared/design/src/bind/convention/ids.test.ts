import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const api = "POST /links {url: uri} [Idempotency-Key] -> 201 {code, short_url}\nGET /{code} -> 302 | 404\n";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const read = (columns: string, said = "") => {
  const schema = `create table links (${columns}, url text not null, idempotency_key uuid unique);`;
  const { operations, findings } = readDesign({ schema, api, design: `${chart}\n${said}\n` }, capabilities);
  return { steps: operations.map(({ steps }) => steps), rules: findings.map(({ rule }) => rule) };
};

const code = "code varchar(8) not null unique";

test.each([
  "id bigint primary key",
  "link_id bigint primary key",
  "link_nr bigint primary key",
  "snowflake_id numeric(20) primary key",
  "link_no bigint not null unique",
  "seq numeric(20) not null unique",
])("a number that rows are known by and that the database does not count is one of the application's own: %s", (id) => {
  const { steps, rules } = read(`${id}, ${code}`);
  expect(steps[0]?.[0]).toMatchObject({ values: { [id.split(" ")[0] ?? ""]: { snowflake: true } } });
  expect(rules).toContain("id-made-up");
  expect(rules).not.toContain("empty-column");
  expect(read(`${id}, ${code}`, "Ids are Snowflakes.").rules).not.toContain("id-made-up");
});

test.each(["id bigserial primary key", "id bigint generated always as identity primary key"])(
  "what the database counts is left to it: %s",
  (id) => expect(read(`${id}, ${code}`).steps[0]?.[0]).not.toHaveProperty("values.id"),
);

test.each(["id integer primary key", "tenant_no bigint primary key", "link_nr bigint", "id bigint"])(
  "no id is made up for what is too narrow, means something else or is not unique: %s",
  (id) => expect(read(`${id} not null, ${code}`).steps[0]?.[0]).not.toHaveProperty("values.id"),
);

test.each([
  "The code is base62(id) and is not stored.",
  "We never store a code: it is the id encoded in base62.",
  "The short code is the base62 encoding of the sequence.",
  "الكود هو رقم الصف مكتوبًا بالأساس 62.\n\n```sql\nSELECT url FROM links WHERE id = ?\n```",
  "コードは62進数で書いた番号。`SELECT url FROM links WHERE id = $1`",
  "Kod to numer zapisany w bazie 62, a otwarcie to `select url from links l where l.id = $1`.",
])("a code that no column keeps is the id in other digits, where that is said: %s", (said) => {
  const { steps, rules } = read("id bigserial primary key", said);
  expect(steps[0]?.[1]).toEqual({
    return: { status: 201, body: { code: { encode62: "$row.id" }, short_url: { encode62: "$row.id" } } },
  });
  expect(steps[1]).toEqual([
    { get: "links", by: { id: { decode62: "$path.code" } } },
    { redirect: "$row.url", status: 302 },
  ]);
  expect(rules).not.toContain("code-in-base62");
});

test("digits of another base are told to be written in 62", () => {
  expect(read("id bigserial primary key", "The code is the id in base58, which is never stored.").rules).toContain(
    "code-in-base62",
  );
});

test("where nothing says so, no code is made of an id, and a request's key is not taken for one", () => {
  const { steps, rules } = read("id bigserial primary key", "A code has 7 random base62 characters.");
  expect(JSON.stringify(steps)).not.toMatch(/code62|"by":\{"idempotency_key/);
  expect(rules).toContain("answer-not-kept");
  expect(read(`id bigserial primary key, ${code}`).rules).not.toContain("answer-not-kept");
});
