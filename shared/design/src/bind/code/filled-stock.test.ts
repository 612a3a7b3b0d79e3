import { poolsOf } from "@proofroom/domain/infrastructure/plan-pools";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```\n";
const columns = "code char(6) primary key, url text, owner text, request_ref uuid unique, taken_at timestamptz";
const api = "POST /links [X-Owner] {request_ref: uuid, url: uri} -> 201 {code}\nGET /{code} -> 302 | 404\n";
const read = (statements: string, more = "") =>
  readDesign(
    {
      schema: `create table links (${columns}${more});`,
      api,
      design: `${chart}\n\`\`\`sql\n${statements}\n\`\`\`\n`,
    },
    capabilities,
  );
const set = { url: "$body.url", owner: "$header.x-owner", request_ref: "$body.request_ref" };

test.each([
  [
    "in one statement",
    "update links set url = $1, owner = $2, request_ref = $3, taken_at = now() where code = (select code from links where url is null limit 1 for update skip locked) returning code;",
  ],
  [
    "through what it reads first",
    "with free as (select l.code from links l where l.url is null and l.request_ref is null order by l.code limit 1 for update skip locked)\nupdate links set url = :url, owner = :owner, request_ref = :ref, taken_at = current_timestamp from free where links.code = free.code returning links.code;",
  ],
  [
    "in two statements",
    "SELECT code FROM links -- a free one\nWHERE url IS NULL FETCH FIRST ROW ONLY FOR UPDATE SKIP LOCKED;\nUPDATE links SET url = ?, owner = ?, request_ref = ?, taken_at = now() WHERE code = ?;",
  ],
])("a link is a row of the stock that is filled, %s", (_how, statements) => {
  const { operations, tables } = read(statements);
  expect(operations[0]?.steps[0]).toMatchObject({
    take: "links",
    where: { url: null },
    set: { ...set, taken_at: "$now" },
  });
  expect(operations[0]?.steps[0]).not.toHaveProperty("set.code");
  expect(operations[0]?.idempotency).toMatchObject({ sent: "$body.request_ref", column: "links.request_ref" });
  expect(poolsOf(operations, tables)).toEqual([
    {
      table: "links",
      columns: [{ name: "code", random: 6, value: null }],
      codes: 20_000,
      free: expect.arrayContaining([{ name: "url", value: null }]),
      isApart: true,
    },
  ]);
});

test("a state tells which are free, and is set with the rest", () => {
  const { operations, tables } = read(
    "update links set url = $1, owner = $2, request_ref = $3, state = 'taken' where ctid = (select ctid from links where state = 'free' limit 1 for update skip locked);",
    ", state text not null default 'free'",
  );
  expect(operations[0]?.steps[0]).toMatchObject({ where: { state: "free" }, set: { ...set, state: "taken" } });
  expect(poolsOf(operations, tables)[0]?.columns).toContainEqual({ name: "state", random: null, value: "free" });
});

test("what is read without a lock is filled by its code alone, by two at once", () => {
  const { operations, tables } = read(
    "SELECT code FROM links WHERE url IS NULL LIMIT 1;\nUPDATE links SET url = $1, owner = $2, request_ref = $3 WHERE code = $4;",
  );
  expect(operations[0]?.steps[0]).toMatchObject({
    transaction: [
      { get: "links", by: { url: null } },
      { update: "links", set, where: { code: "$links.code" } },
    ],
  });
  expect(poolsOf(operations, tables)).toMatchObject([{ table: "links" }]);
});

test.each([
  ["a hash of the URL", "url_sha char(64) unique", { url_sha: { hash: "$body.url" } }],
  ["the URL itself", "unique (url)", { url: "$body.url" }],
  [
    "a hash of it beside who sends it",
    "url_hash bytea, unique (owner, url_hash)",
    { owner: "$header.x-owner", url_hash: { hash: "$body.url" } },
  ],
])("no second row is filled for what %s keeps unique: the first is answered", (_what, more, by) => {
  const { operations } = readDesign(
    {
      schema: `create table links (code char(6) primary key, url text, owner text, ${more});`,
      api: "POST /links [X-Owner] {url: uri} -> 201 {code} | 200 {code}\nGET /{code} -> 302 | 404\n",
      design: `${chart}\n\`\`\`sql\nupdate links set url = $1, owner = $2 where code = (select code from links where url is null limit 1 for update skip locked) returning code;\n\`\`\`\n`,
    },
    capabilities,
  );
  expect(operations[0]?.steps).toMatchObject([
    {
      transaction: [
        { get: "links", by, lock: "absent" },
        // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
        { if: { found: true }, then: [{ return: { status: 200 } }] },
        { take: "links", where: { url: null }, set: { url: "$body.url", ...by } },
      ],
    },
    { return: { status: 201 } },
  ]);
});

test.each([
  ["nothing is taken", "select code from links where url is null limit 1;"],
  ["free ones are counted", "select count(*) from links where url is null; update links set url = $1 where code = $2;"],
  [
    "a row is asked for by more than that it is free",
    "select code from links where url is null and code > $1 limit 1; update links set url = $2 where code = $3;",
  ],
  [
    "what makes it free is left as it is",
    "select code from links where owner is null limit 1; update links set url = $1 where code = $2;",
  ],
])("a link is a new row where %s", (_what, statements) => {
  expect(read(statements).operations[0]?.steps[0]).toMatchObject({ insert: "links" });
});

test("a row that waits to be filled is not found where the statement wants an address", () => {
  const look = "select url from links where code = $1 and url is not null;";
  expect(read(look).operations[1]?.steps[1]).toMatchObject({ if: { url: null } });
  expect(read("select url from links where code = $1;").operations[1]?.steps[1]).toMatchObject({
    redirect: "$row.url",
  });
});

const taken = "member_id uuid references members, req text, unique (member_id, req)";
const takes = (sets: string, how: string) =>
  readDesign(
    {
      schema: `create table members (id uuid primary key, login text not null unique);\ncreate table links (code char(6) primary key, url text, taken_at timestamptz, ${taken});`,
      api: `POST /links ${how} {req, url: uri} -> 201 {code, at}\nGET /{code} -> 302 | 404\n`,
      design: `${chart}\n\`\`\`sql\nupdate links set url = $1, ${sets} taken_at = now() where code = (select code from links where url is null limit 1 for update skip locked) returning code;\n\`\`\`\n`,
    },
    capabilities,
  ).operations[0];

test.each(["(basic auth)", "(HTTP Basic)", "[bearer]", "(bearer token)"])(
  "a row that is taken is whoever's who asks, as the statement says, and that is told by %s",
  (how) => {
    const shorten = takes("member_id = $2, req = $3,", how);
    expect(shorten?.steps[0]).toMatchObject({ take: "links", set: { member_id: "$user", req: "$body.req" } });
    expect(shorten?.steps[1]).toMatchObject({ return: { body: { code: "$row.code", at: "$row.taken_at" } } });
    expect(shorten?.parameters.map(({ name }) => name)).toEqual(["Authorization"]);
    expect(shorten?.idempotency).toMatchObject({
      sent: "$body.req",
      column: "links.req",
      within: { member_id: "$user" },
    });
  },
);
