import { randomBytes } from "node:crypto";
import { bulkInsert } from "@proofroom/components/supervisor/bulk-insert";
import { type OpenDatabase, openDatabase } from "@proofroom/database/open";
import { loadReader, readDesign } from "@proofroom/design/read";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDraw } from "../seed/made.ts";
import { seedBulk } from "./seed.ts";

const opened: OpenDatabase[] = [];

beforeAll(loadReader);

afterAll(async () => {
  for (const one of opened) await one[Symbol.asyncDispose]();
});

function open(url: string): OpenDatabase["pool"] {
  const one = openDatabase(url, 1, () => {});
  opened.push(one);
  return one.pool;
}

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");

/** The design's tables in a database of their own, and how to fill them for `shorten`. */
async function deploy(schema: string, api: string) {
  const server = process.env["PROOFROOM_TEST_POSTGRES"] ?? "";
  const url = new URL(server);
  const database = `bulk_${randomBytes(6).toString("hex")}`;
  await open(server).query(`create database ${database}`);
  const { hostname: host, port, username: user, password } = url;
  const address = { host, port: Number(port), user, password: decodeURIComponent(password), database };
  url.pathname = `/${database}`;
  const client = open(url.href);
  await client.query(schema);
  const { operations, tables } = readDesign({ schema, api, design: "" }, capabilities);
  return {
    sql: async (text: string) => (await client.query<Record<string, unknown>>(text)).rows,
    seed: (rows: number) =>
      seedBulk(
        { capability: "shorten", rows, fields: { url: "https://example.com/p/{i}" } },
        { operations, tables, draw: createDraw("bulk"), insert: (inserts) => bulkInsert(address, inserts) },
      ),
  };
}

const api = (insert: string) => `openapi: 3.1.0
info: { title: t, version: "1" }
paths:
  /links:
    post:
      x-capability: shorten
      requestBody: { content: { application/json: { schema: { type: object, properties: { url: { type: string } } } } } }
      x-operation:
        - ${insert}
      responses: { "201": { description: d } }
`;

const plain = api("insert: links\n          values: { code: { base62: 7 }, long_url: $body.url }");

test("rows are those that the endpoint would have written, each with a code of its own", async () => {
  const { seed, sql } = await deploy(
    `create table links (id bigint generated always as identity primary key, code varchar(7) not null unique,
       long_url text not null, created_at timestamptz not null default now(), clicks int not null default 0);`,
    plain,
  );
  expect(await seed(5_000)).toMatchObject({ outcome: "seeded" });
  expect(
    await sql(`select count(*)::int, count(distinct code)::int as codes, count(distinct long_url)::int as urls,
      count(distinct created_at)::int as times, min(length(code)) as short from links`),
  ).toEqual([{ count: 5_000, codes: 5_000, urls: 5_000, times: 5_000, short: 7 }]);
  expect(await sql("select long_url from links order by id limit 1")).toEqual([
    { long_url: "https://example.com/p/1" },
  ]);
});

test("of very many rows the indexes are built afterwards, and are what they were", async () => {
  const { seed, sql } = await deploy(
    `create table hosts (id int generated always as identity primary key, name varchar(20) unique);
     create table links (code text primary key, long_url text not null, host text,
       host_id int not null references hosts deferrable initially deferred, constraint one_url unique (long_url));
     create index links_by_host on links (lower(long_url)) where host is null;
     create table tags (url text references links (long_url));`,
    plain,
  );
  const indexes = () => sql("select indexname, indexdef from pg_indexes where tablename = 'links' order by 1");
  const before = await indexes();
  expect(await seed(30_000)).toMatchObject({ outcome: "seeded" });
  expect(await indexes()).toEqual(before);
  expect(await sql("select conname from pg_constraint where conname = 'one_url'")).toHaveLength(1);
  expect(await sql("select count(*)::int from links")).toEqual([{ count: 30_000 }]);
});

test("parents come first, enums and checks are kept to, and no pair of parents comes twice", async () => {
  const { seed, sql } = await deploy(
    `create type plan as enum ('free', 'paid');
     create table teams (id uuid primary key default gen_random_uuid(), name varchar(8) not null unique, plan plan not null);
     create table owners (id int generated always as identity primary key, team uuid not null references teams,
       age int not null check (age >= 50));
     create table links (owner int not null references owners, team uuid not null references teams,
       code text not null, long_url text not null, primary key (owner, team));`,
    api(
      "insert: links\n          values: { owner: $body.owner, team: $body.team, code: { base62: 6 }, long_url: $body.url }",
    ),
  );
  expect(await seed(2_000)).toEqual({ outcome: "seeded", millis: expect.any(Number) });
  expect(await sql("select count(*)::int, count(distinct owner)::int as owners from links")).toEqual([
    { count: 2_000, owners: 100 },
  ]);
});

test("codes out of few characters are made out of them, no two alike", async () => {
  const { seed, sql } = await deploy(
    `create table links (code text primary key check (code ~ '^[23456789abcdef]{9}$'), long_url text not null);`,
    api('insert: links\n          values: { code: { base62: 9, of: "23456789abcdef" }, long_url: $body.url }'),
  );
  expect(await seed(5_000)).toEqual({ outcome: "seeded", millis: expect.any(Number) });
  expect(await sql("select count(*)::int from links")).toEqual([{ count: 5_000 }]);
});

test("what cannot be filled says why, and leaves nothing behind", async () => {
  const refused = await deploy(
    `create table links (code text primary key, long_url text not null check (long_url like 'ftp:%'));`,
    plain,
  );
  expect(await refused.seed(10)).toMatchObject({
    outcome: "impossible",
    reason: expect.stringMatching(/^links refuses generated rows: .*check constraint/),
  });
  expect(await refused.sql("select count(*)::int from links")).toEqual([{ count: 0 }]);
  const short = await deploy(
    `create table links (code text primary key, long_url text not null);`,
    api("insert: links\n          values: { code: { base62: 2 }, long_url: $body.url }"),
  );
  expect(await short.seed(5_000)).toEqual({
    outcome: "impossible",
    reason: "links.code has too few different values for 5000 rows",
  });
  const tree = await deploy(
    `create table links (code text primary key, long_url text not null, parent text not null references links);`,
    plain,
  );
  expect(await tree.seed(10)).toEqual({
    outcome: "impossible",
    reason: "a row of links needs another row of links before it",
  });
});
