import { planBlueprint } from "@proofroom/domain/infrastructure/plan";
import { poolsOf } from "@proofroom/domain/infrastructure/plan-pools";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const api = "POST /urls {url: uri, alias?: string} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
const urls = "create table urls (code varchar(7) primary key, url text not null, idempotency_key text unique);";
const read = (pool: string, sketch = api) =>
  readDesign({ schema: `${pool}\n${urls}`, api: sketch, design }, capabilities);
const plain = api.replace(", alias?: string", "");
const taken = (pool: string) => read(pool, plain).operations[0]?.words.join("\n");

test.each([
  ["a flag", "key_pool (code varchar(7) primary key, used boolean not null default false)", "used is false"],
  ["a time", "short_codes (code text primary key, assigned_at timestamptz)", "assigned_at is nothing"],
  ["a state", "codes (code text primary key, status text check (status in ('free', 'used')))", 'status is "free"'],
])("a code comes from a table of codes where %s tells which are given out", (_what, pool, where) => {
  expect(taken(`create table ${pool};`)).toContain(`whose ${where} that nobody else is taking, and sets`);
});

test("a pool without a mark is one by its name; what is taken is deleted and noted where the used ones are", () => {
  const words = taken(
    "create table unused_keys (k char(6) primary key); create table used_keys (k char(6) primary key);",
  );
  expect(words).toContain("Takes a row of unused_keys that nobody else is taking, and deletes it");
  expect(words).toContain("Adds a row to used_keys with k = the unused_keys row's k");
  expect(taken("create table blocked_words (code text primary key);")).not.toContain("Takes");
});

test("a code that a client may choose is taken only where it did not", () => {
  const [operation] = read("create table key_pool (code varchar(7) primary key, used boolean not null);").operations;
  expect(operation?.words.join("\n")).toContain("If the body's alias is nothing: Takes a row of key_pool");
  expect(operation?.words.join("\n")).toContain("code = the body's alias, else the key_pool row's code");
});

test("what steps take from is filled before the first request, as long as nothing else writes there", () => {
  const { operations, tables, ...model } = read(
    "create table key_pool (code char(5) primary key, used boolean not null);",
  );
  expect(poolsOf(operations, tables)).toEqual([
    {
      table: "key_pool",
      columns: [
        { name: "code", random: 5, value: null },
        { name: "used", random: null, value: false },
      ],
      codes: 20_000,
      free: [{ name: "used", value: false }],
      isApart: true,
    },
  ]);
  const { notes } = planBlueprint({ ...model, operations, tables, ddl: [] });
  expect(notes.join()).toContain("key_pool is filled with 20,000 random codes");
});

test("nothing keeps codes apart that are unique neither in their pool nor where they go", () => {
  const schema =
    "create table key_pool (code text, used boolean not null);\ncreate table urls (code text not null, url text not null, idempotency_key text unique);";
  const { operations, tables } = readDesign({ schema, api: plain, design }, capabilities);
  expect(poolsOf(operations, tables)).toMatchObject([{ table: "key_pool", isApart: false }]);
});

test("the row of an address that refers to its code is what is made, and not one of the table of codes", () => {
  const shorten = "POST /shorten {long_url: uri} -> 201 {code, short_url, long_url}\nGET /{code} -> 302 | 404\n";
  const stepsOf = (link: string) => {
    const schema = `create table codes (code text primary key, taken boolean not null default false);\ncreate table links (${link}, long_url text not null);`;
    return readDesign({ schema, api: shorten, design }, capabilities).operations[0]?.steps;
  };
  expect(stepsOf("code text primary key references codes (code)")?.[0]).toMatchObject({
    transaction: [{ take: "codes" }, { insert: "links" }],
  });
  // Many rows for each of them: it may be a table of anything.
  expect(stepsOf("id bigserial primary key, code text not null references codes (code)")).not.toMatchObject([
    { transaction: [{ take: "codes" }, { insert: "links" }] },
    {},
  ]);
});

test.each([
  ["usato boolean not null default false", "usato is false"],
  ["uzyty boolean not null default false", "uzyty is false"],
  ["vrij boolean not null default true", "vrij is true"],
  ["belegt boolean not null default false", "belegt is false"],
])("whether a code is given out is told in many languages: %s", (mark, where) => {
  expect(taken(`create table codes (code text primary key, ${mark});`)).toContain(`whose ${where}`);
});

test("of what links refer to it is told, in whatever language, by the statement that takes one, and by no other", () => {
  const stepOf = (statement: string) =>
    readDesign(
      {
        schema: `create table kody (code text primary key, poszedl boolean not null default false);\n${urls.replace("primary key", "primary key references kody (code)")}`,
        api: plain,
        design: `${design}\n\n\`\`\`sql\n${statement}\n\`\`\``,
      },
      capabilities,
    ).operations[0]?.steps[0];
  const free = "SELECT code FROM kody WHERE NOT poszedl LIMIT 1 FOR UPDATE SKIP LOCKED";
  expect(stepOf(`UPDATE kody SET poszedl = true WHERE code = (${free}) RETURNING code;`)).toMatchObject({
    transaction: [{ take: "kody", where: { poszedl: false }, set: { poszedl: true } }, { insert: "urls" }],
  });
  expect(JSON.stringify(stepOf("SELECT count(*) FROM kody WHERE NOT poszedl;"))).not.toContain("take");
});
