import type { Component, Operation } from "@proofroom/domain/design/model";
import { throughCaches } from "@proofroom/domain/design/through-cache";
import { expect, test } from "vitest";
import { startCache } from "./test-cache.ts";
import { operation, startService, table } from "./test-service.ts";

const ddl = `create table urls (id int generated always as identity primary key, code text not null unique,
  long_url text not null, hits int not null default 0, until timestamptz);
  insert into urls(code, long_url, until) values ('abc', 'https://a.b/', '2026-01-01T00:00:00.123Z')`;
const tables = [table("urls", { id: "int", code: "text" }, { primaryKey: ["id"], uniques: [["code"]] })];

const hot: Component = {
  id: "hot",
  label: "Redis",
  kind: "cache",
  replicas: 1,
  attrs: { ttl: "60s" },
  from: "mermaid",
};

const body = { code: "$row.code", url: "$row.long_url", until: "$row.until" };
const read = operation("GET", "/{code}", [{ get: "urls", by: { code: "$path.code" } }, { return: { body } }]);
const readById = operation("GET", "/ids/{id}", [{ get: "urls", by: { id: "$path.id" } }, { return: { body } }]);
const change = operation("PUT", "/{code}", [
  { update: "urls", set: { long_url: "$body.url", code: "$body.code" }, where: { code: "$path.code" } },
]);
const remove = operation("DELETE", "/{code}", [{ delete: "urls", where: { code: "$path.code" } }]);
const add = operation("POST", "/", [{ insert: "urls", values: { code: "$body.code", long_url: "$body.url" } }]);
const all = [read, readById, change, remove, add];

async function start(operations: Operation[], caches: Component[] = [hot]) {
  const cache = startCache();
  const service = await startService({ ddl, tables, operations: throughCaches(operations, caches), ...cache });
  /** What an answer is and how many statements it cost. */
  const cost = async (...asked: Parameters<typeof service.ask>) => {
    const before = service.statements();
    const answer = await service.ask(...asked);
    return { ...answer, statements: service.statements() - before };
  };
  return { ...cache, service, cost };
}

test("a drawn cache changes what the database is asked: of a hundred reads of a row it sees one", async () => {
  const drawn = await start(all);
  const bare = await start(all, []);
  const answers = [];
  for (let n = 0; n < 100; n++) answers.push(await drawn.cost("GET", "/abc"));
  for (let n = 0; n < 100; n++) await bare.cost("GET", "/abc");
  expect(drawn.service.statements()).toBe(1);
  expect(bare.service.statements()).toBe(100);
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(answers[99]).toMatchObject({ status: 200, body: { until: "2026-01-01T00:00:00.123Z" } });
  expect(drawn.counts).toEqual({ hits: 99, misses: 1, unreachable: 0 });
});

test("a row is read anew when its time is up by the deployment's clock", async () => {
  const { cost, pass } = await start(all);
  await cost("GET", "/abc");
  pass(59_999);
  expect((await cost("GET", "/abc")).statements).toBe(0);
  pass(2);
  expect((await cost("GET", "/abc")).statements).toBe(1);
});

test("a write is seen by the next read, by whatever key that asks", async () => {
  const { cost } = await start(all);
  await cost("GET", "/abc");
  await cost("GET", "/ids/1");
  await cost("PUT", "/abc", { url: "https://new.b/", code: "xyz" });
  expect((await cost("GET", "/abc")).status).toBe(404);
  expect((await cost("GET", "/ids/1")).body).toMatchObject({ code: "xyz", url: "https://new.b/" });
  await cost("GET", "/xyz");
  await cost("DELETE", "/xyz");
  expect([(await cost("GET", "/xyz")).status, (await cost("GET", "/ids/1")).status]).toEqual([404, 404]);
});

test("what is undone is not forgotten, and what is committed is", async () => {
  const failing = operation("POST", "/{code}/fail", [
    {
      transaction: [
        { increment: "urls.hits", where: { code: "$path.code" } },
        { insert: "urls", values: { code: "$path.code", long_url: "$row.long_url" } },
      ],
    },
  ]);
  const { cost } = await start([...all, failing]);
  await cost("GET", "/abc");
  expect((await cost("POST", "/abc/fail", {})).status).toBe(409);
  expect((await cost("GET", "/abc")).statements).toBe(0);
});

test("that there is no such row is remembered only as long as the design says, and until it is added", async () => {
  const negative = operation("GET", "/n/{code}", [
    { get: "urls", by: { code: "$path.code" }, cache: { key: "n:{code}", ttl: "300s", negative: "5s" } },
  ]);
  const { cost } = await start([...all, negative]);
  expect((await cost("GET", "/new")).status).toBe(404);
  expect((await cost("GET", "/new")).statements).toBe(1);
  await cost("GET", "/n/new");
  expect(await cost("GET", "/n/new")).toMatchObject({ status: 404, statements: 0 });
  await cost("POST", "/", { code: "new", url: "https://n.b/" });
  expect((await cost("GET", "/n/new")).status).toBe(200);
});

test("a dead cache is a slower service and no dead one", async () => {
  const { cost, die, counts } = await start(all);
  await cost("GET", "/abc");
  die();
  expect(await cost("GET", "/abc")).toMatchObject({ status: 200, statements: 1 });
  expect((await cost("PUT", "/abc", { url: "https://new.b/", code: "abc" })).status).toBe(200);
  expect(counts.unreachable).toBeGreaterThan(0);
});

test("endpoints that write decide on what the database says, not the cache", async () => {
  const rename = operation("PATCH", "/{code}", [
    { get: "urls", by: { code: "$path.code" } },
    { update: "urls", set: { long_url: "$body.url" }, where: { id: "$row.id" } },
  ]);
  const { cost, service } = await start([...all, rename]);
  await cost("GET", "/abc");
  await service.sql("delete from urls");
  expect((await cost("PATCH", "/abc", { url: "https://x.b/" })).status).toBe(404);
});
