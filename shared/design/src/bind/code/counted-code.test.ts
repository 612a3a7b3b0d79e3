import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const api = "POST /links {url: uri} -> 201 {code} | 400\nGET /{code} -> 302 | 404\n";
const read = (schema: string, design: string) => readDesign({ schema, api, design }, capabilities);
const stepsOf = (schema: string, design: string) =>
  read(schema, design).operations.find(({ capability }) => capability === "shorten")?.steps;
const links = (code = "code text primary key") => `create table links (${code}, url text not null);`;
const numbered = (id: string, code = "code varchar(11) not null unique") =>
  `create table links (id ${id}, ${code}, url text not null);`;

test.each([
  ["The code is base62(nextval('code_seq')), so no two are ever alike.", { encode62: { nextval: "code_seq" } }],
  ["Codes: base62(nextval('code_seq') + 62^4).", { encode62: { add: [{ nextval: "code_seq" }, 14_776_336] } }],
  ["Le code vient de la séquence code_seq, écrite en base 62.", { encode62: { nextval: "code_seq" } }],
])("a sequence's number is the code: %s", (design, code) => {
  const [insert, ...rest] = stepsOf(`create sequence code_seq; ${links()}`, design) ?? [];
  expect(insert).toMatchObject({ insert: "links", values: { code } });
  expect(insert).not.toHaveProperty("onConflict");
  expect(rest).toHaveLength(1);
});

test.each([
  ["bigserial primary key", "", "links_id_seq"],
  ["bigint primary key default nextval('no_seq')", "create sequence no_seq start with 1000;", "no_seq"],
])("the row's own number is its code and its id alike: %s", (id, sequence, name) => {
  const next = { nextval: name };
  const design = "`code = base62(id)`, the id is drawn before the insert. Two codes cannot be equal.";
  expect(stepsOf(`${sequence} ${numbered(id)}`, design)?.[0]).toMatchObject({
    values: { id: next, code: { encode62: next } },
  });
});

const drawn = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n api --> r[(Redis)]\n```\n";

test("what a drawn cache counts up is the code, and nothing else counts in it where none is drawn", () => {
  const design = "The code is a counter in Redis (INCR url:counter) encoded in base62.";
  expect(stepsOf(links(), drawn + design)).toMatchObject([
    { "cache.increment": "links:code" },
    { insert: "links", values: { code: { encode62: "$count" } } },
    {},
  ]);
  expect(stepsOf(links(), design)?.[0]).toMatchObject({ values: { code: { base62: 7 } } });
});

test.each([
  [
    "another range of numbers",
    "The code is the next id in base62; each server leases a range of 1000 ids of code_seq.",
    "",
  ],
  ["other digits", "The code is base36(nextval('code_seq')).", ""],
  [
    "what is turned down",
    "The code is 7 random characters. We do not use base62(nextval('code_seq')), it can be guessed.",
    "",
  ],
  ["a longer code than the first number", "The code is base62(nextval('code_seq')).", "code char(7) primary key"],
])("%s is left to chance, and is told where it is counted", (_, design, code) => {
  const schema = `create sequence code_seq; ${links(...(code === "" ? [] : [code]))}`;
  expect(stepsOf(schema, design)?.[0]).toMatchObject({ values: { code: { base62: 7 } } });
  const told = read(schema, design).findings.filter(({ rule }) => rule === "code-counted");
  expect(told).toHaveLength(design.includes("random") ? 0 : 1);
});

test("codes that a number is written as are told apart by their case, as drawn ones are", () => {
  const design =
    "The code is base62(nextval('code_seq')).\n\n```sql\nselect url from links where lower(code) = lower($1)\n```\n";
  const { findings } = read(`create sequence code_seq; ${links()}`, design);
  expect(findings.map(({ rule }) => rule)).toContain("code-case-folded");
});
