import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table users (id bigserial primary key);
create table links (id bigserial primary key, code text not null unique, url text not null, user_id bigint references users (id),
  state text not null default 'live', active boolean not null default true, created_at timestamptz not null default now());`;
const api = `POST /links {url: uri, user_id?: integer} -> 201 {code}
GET /{code} -> 302 | 404
GET /users/{user_id}/links?cursor&limit=20 -> 200 [{code, url}]
`;
const read = (design: string) => {
  const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
  const { operations, findings } = readDesign({ schema, api, design: `${chart}\n${design}\n` }, capabilities);
  const stepsOf = (capability: string) => operations.find((one) => one.capability === capability)?.steps ?? [];
  const asked = findings.filter(({ rule }) => rule === "condition-not-read");
  const everybodys = findings.find(({ rule }) => rule === "everybodys-rows")?.message;
  const lasts = findings.find(({ rule }) => rule === "lasts-otherwise")?.message;
  return {
    everybodys,
    lasts,
    opened: stepsOf("resolve").filter((step) => "if" in step),
    list: stepsOf("list")[0],
    asked,
  };
};

test.each([
  ["Opening: `SELECT url FROM links WHERE code = $1 AND created_at > now() - interval '1 minute'`", "created_at"],
  ["GET /{code} runs `select * from links where code = :c and state = 'live'`.", "state"],
  ["Redirects read with\n```sql\nSELECT l.url FROM links l WHERE l.active AND l.code = $1;\n```", "active"],
])("a row that its read does not ask for is not found: %s", (design, column) => {
  const { opened, asked } = read(design);
  expect(opened).toMatchObject([{ if: { [column]: expect.anything() } }]);
  expect(JSON.stringify(opened)).toContain('"return":{"status":404}');
  expect(asked).toEqual([]);
});

test.each([
  "Opening: `SELECT url FROM links WHERE code = $1`",
  "Opening: `SELECT url FROM links WHERE code = $1`, active or not.",
  "A free code: `SELECT 1 FROM links WHERE code = $1 AND active`",
  "Alternatives: opening with `SELECT url FROM links WHERE code = $1 AND active`",
])("nothing more is asked of a row than its read asks: %s", (design) => {
  expect(read(design).opened).toEqual([]);
});

test("what no step can ask of the row is asked about", () => {
  const { asked } = read("Opening: `SELECT url FROM links WHERE code = $1 AND extract(dow from created_at) < 6`");
  expect(asked).toMatchObject([{ severity: "question", stopsRun: true }]);
});

test.each([
  ["List: `SELECT code, url FROM links ORDER BY created_at DESC LIMIT 20`", undefined, ["created_at desc"]],
  [
    "List: `SELECT code, url FROM links WHERE user_id=$1 ORDER BY created_at ASC`",
    { user_id: "$path.user_id" },
    ["created_at"],
  ],
  [
    "List: `SELECT code FROM links WHERE user_id = ? AND active ORDER BY code, id DESC`",
    { user_id: "$path.user_id", active: true },
    ["code", "id desc"],
  ],
  [
    "List: `SELECT * FROM links WHERE user_id = $1 AND (created_at, id) < ($2, $3)`",
    { user_id: "$path.user_id" },
    ["created_at desc"],
  ],
  ["List: we select the newest rows from links of that user.", { user_id: "$path.user_id" }, ["created_at desc"]],
])("a list is as its own statement has it: %s", (design, where, order) => {
  const { list, asked } = read(design);
  expect(list).toMatchObject({ list: "links", order });
  expect({ where: undefined, ...list }.where).toEqual(where);
  expect(asked).toEqual([]);
});

test("a list that asks for nobody's rows is said to be everybody's", () => {
  const { everybodys } = read("List: `SELECT code, url FROM links ORDER BY created_at DESC LIMIT 20`");
  expect(everybodys).toMatch(/^GET \/users\/\{user_id\}\/links names user_id, and its statement does not ask for that/);
  expect(read("List: `SELECT code FROM links WHERE user_id = $1`").everybodys).toBeUndefined();
});

test("what is found for so long only is told", () => {
  const short = read("Opening: `SELECT url FROM links WHERE code = $1 AND created_at > now() - interval '1 minute'`");
  expect(short.lasts).toContain("GET /{code} finds a row for 1m from its created_at on");
  expect(read("Opening: `SELECT url FROM links WHERE code = $1 AND active`").lasts).toBeUndefined();
});
