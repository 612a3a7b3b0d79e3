import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { toldInCache } from "./told-in-cache.ts";

beforeAll(() => loadReader());

const told = (text: string) => toldInCache("Idempotency-Key", [text]);
const day = "1440m";

test.each([
  ["The Idempotency-Key is kept in Redis for a day together with the answer; a repeat gets the stored answer.", day],
  [
    "`GET idem:{key}`: if it is there we return the stored response. Otherwise we write, then `SET idem:{key} {json} EX 86400`.",
    day,
  ],
  ["We look up the idempotency key in the shared cache first and replay the saved response, kept 24h.", "1440m"],
  ["Der Idempotency-Key liegt mit der Antwort eine Stunde in Redis (TTL 3600 s).", "60m"],
  ["La Idempotency-Key se guarda en Redis con la respuesta; una repetición recibe la misma respuesta.", null],
])("a key is looked for in the cache, and what was answered kept there: %s", (text, ttl) => {
  expect(told(text)).toMatchObject({ isClaimed: false, isRefused: false, ttl });
});

test.each([
  "Before anything is written `SET idem:{key} {code} NX EX 86400`. If it is there already, we answer the code under it.",
  'First redis.setnx("idem:" + key, "pending"); if it is taken we return the stored answer.',
  "Idempotency-Key: SET request:${idempotencyKey} pending NX PX 60000; when it is nil, the stored response is returned.",
])("a key is put into the cache by whoever is first: %s", (text) => {
  expect(told(text)).toMatchObject({ isClaimed: true, isRefused: false });
});

test.each([
  "`SET idem:{key} 1 NX EX 60`; a repeated request with the same key is rejected with 409.",
  "First `SET idem:{key} 1 NX EX 60`. If it is there already, the request is refused.",
])("what comes again is refused where that is told: %s", (text) => {
  expect(told(text)).toMatchObject({ isClaimed: true, isRefused: true, ttl: "1m" });
});

test.each([
  "The Idempotency-Key is not kept in Redis, it is a unique column of the booking.",
  "Redis caches links for a day. The Idempotency-Key is a column of links.",
  "We keep the key in Postgres rather than in Redis; idempotency has to outlive it.",
  "`GET link:{code}` in Redis, else `SET link:{code} {url} EX 300`.",
  "`SET idem:{key} 1 NX EX 60`.",
])("no key is kept in the cache, or nothing tells what a repeat is answered: %s", (text) => {
  expect(told(text)).toBeNull();
});

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = "create table links (code text primary key, url text not null);";
const api = "POST /links {url: uri} [Idempotency-Key] -> 201 {code}\nGET /{code} -> 302 | 404\n";
const chart = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n api --> R[(Redis)]\n```\n\n";
const read = (design: string) => {
  const { operations, findings } = readDesign({ schema, api, design: chart + design }, capabilities);
  return { steps: operations[0]?.steps, told: findings.filter(({ rule }) => rule === "key-not-kept") };
};
const sent = { "$header.idempotency-key": null };
const key = "idem:{header.idempotency-key}";

test("a key that is looked for first is kept when all is done, and told to be seen by two at once by neither", () => {
  const { steps, told: said } = read(
    "`GET idem:{key}`: a repeat gets the stored answer. Then `SET idem:{key} {code} EX 60`.",
  );
  expect(steps).toMatchObject([
    {
      if: sent,
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      else: [{ "cache.get": key }, { if: { found: true }, then: [{ return: { status: 201, body: "$cached" } }] }],
    },
    { insert: "links" },
    { if: sent, else: [{ "cache.put": key, value: { json: { code: "$links.code" } }, ttl: "1m" }] },
    { return: { status: 201 } },
  ]);
  expect(said).toMatchObject([{ severity: "warning", line: 1 }]);
  expect(said[0]?.message).toContain("of two sends at once both find nothing");
});

test("a key that is put there first lets one go on, and the others have what it answered, or a conflict while there is nothing", () => {
  const { steps, told: said } = read(
    "`SET idem:{key} {code} NX EX 60` before the insert; a repeat gets the code under it.",
  );
  expect(steps?.[0]).toMatchObject({
    else: [
      { "cache.increment": key, ttl: "1m" },
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      { if: { $count: { gt: 1 } }, then: [{ "cache.get": `${key}:answer` }, {}, { return: { status: 409 } }] },
    ],
  });
  expect(said).toEqual([]);
});

test.each([
  "The Idempotency-Keys live in Redis, put there with SET NX before the row is made, with the code as value, for a day.",
  "Der Idempotency-Key liegt einen Tag in Redis, per SET NX vor dem Insert gesetzt, mit dem Kürzel als Wert.",
  "Idempotency-Key -> code is kept in Redis for 24 hours (SETNX first, before the insert).",
  "Le Idempotency-Key est gardé dans Redis pendant un jour, avec le code du lien; SETNX avant l'insertion.",
])("the code that is kept with the key is what a repeat is answered: %s", (text) => {
  expect(told(text)).toMatchObject({ isClaimed: true, isRefused: false, ttl: day });
});

test("a key that is kept in the memory of each process is not kept in the cache", () => {
  expect(told("The Idempotency-Key lives in each server's own memory, with the code as value.")).toBeNull();
});

test("a key that is kept for moments only is told of", () => {
  const { told: said } = read("`SET idem:{key} {code} NX EX 10` before the insert; a repeat gets the code under it.");
  expect(said).toMatchObject([{ severity: "warning", message: expect.stringContaining("for 10s only") }]);
});
