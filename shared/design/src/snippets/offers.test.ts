import type { Offer } from "@proofroom/domain/design/offer";
import { documentNames } from "@proofroom/domain/document/names";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { hardTexts } from "../hard-texts.ts";
import { mangledTexts } from "../mangled-texts.ts";
import { loadReader, readWhole } from "../read.ts";
import { offersOf } from "./offers.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const schema = `create table links (
  code text primary key,
  url text not null,
  clicks int not null default 0,
  expires_at timestamptz,
  state text not null default 'new' check (state in ('new', 'live', 'blocked'))
);
create table events (
  id bigint generated always as identity primary key,
  code text not null references links,
  at timestamptz not null default now()
);
`;
const design =
  "```mermaid\nflowchart LR\n  c([Client]) --> api[API] --> db[(Postgres)]\n  api -.-> events[[Event queue]] -.-> w[Worker]\n```\n";

const sketch = `POST /links {url: uri} -> 201 {code}
GET /{code} -> 302 | 404
POST /links/{code}/block -> 200 | 409
`;
const yaml = `openapi: 3.1.0
paths:
  /links:
    post:
      requestBody: { content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses:
        "201": { description: made, content: { application/json: { schema: { type: object, properties: { code: { type: string } } } } } }
  /{code}:
    get: { responses: { "302": { description: go }, "404": { description: none } } }
  /links/{code}/block:
    post:
      responses: { "200": { description: ok }, "409": { description: no } }
`;
const json = JSON.stringify(
  {
    endpoints: [
      { method: "POST", path: "/links", request: { url: "uri" }, response: { code: "string" } },
      { method: "GET", path: "/{code}", response: { status: 302 } },
      { method: "POST", path: "/links/{code}/block", status: 200 },
    ],
  },
  null,
  2,
);

type Texts = Record<"schema" | "api" | "design", string>;
const read = (texts: Texts) => readWhole(texts, capabilities);
const offersFor = (texts: Texts, opId: string) => offersOf(read(texts)).endpoints[opId] ?? [];

function inserted(texts: Texts, offer: Offer | undefined): Texts {
  const all = { ...texts };
  for (const { document, from, to, insert } of (offer?.edits ?? []).toSorted((a, b) => b.from - a.from))
    all[document] = all[document].slice(0, from) + insert + all[document].slice(to);
  return all;
}

/** What an endpoint does once an offer was taken, and what is wrong with it then. */
function taking(texts: Texts, opId: string, label: string) {
  const after = inserted(
    texts,
    offersFor(texts, opId).find((offer) => offer.label === label),
  );
  const { operations, findings } = read(after).read;
  const errors = findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
  return { after, operation: operations.find((one) => one.opId === opId), errors };
}

test.each([
  ["a sketch", sketch],
  ["YAML", yaml],
  ["a JSON list", json],
])("in %s each endpoint is offered what its tables and queues have the means for", (_form, api) => {
  const texts = { schema, api, design };
  const labels = (opId: string) => offersFor(texts, opId).map(({ label }) => label);
  expect(labels("POST /links")).toEqual([
    "Idempotent insert into links",
    "Expiry by links.expires_at",
    "Transaction with events",
    "Publish to Event queue",
  ]);
  expect(labels("GET /{code}")).toEqual([
    "Expiry by links.expires_at",
    "Counter links.clicks",
    "Publish to Event queue",
  ]);
  expect(labels("POST /links/{code}/block")).toEqual(["Guarded update of links", "Counter links.clicks"]);

  const insert = taking(texts, "POST /links", "Idempotent insert into links");
  expect(insert.operation?.idempotency).toEqual({ header: "Idempotency-Key", column: "links.idem_key" });
  const ends = taking(texts, "GET /{code}", "Expiry by links.expires_at");
  expect(ends.operation?.steps[0]).toEqual({
    get: "links",
    by: { code: "$path.code", any: [{ expires_at: null }, { expires_at: { gte: "$now" } }] },
  });
  const counts = taking(texts, "GET /{code}", "Counter links.clicks");
  expect(counts.operation?.steps).toMatchObject([
    { get: "links", by: { code: "$path.code" } },
    { increment: "links.clicks", where: { code: "$path.code" } },
    { redirect: "$links.url" },
  ]);
  const both = taking(texts, "POST /links", "Transaction with events");
  expect(both.operation?.steps).toMatchObject([
    { transaction: [{ insert: "links" }, { insert: "events", values: { code: "$links.code" } }] },
    { return: { status: 201, body: { code: "$links.code" } } },
  ]);
  const publishes = taking(texts, "GET /{code}", "Publish to Event queue");
  expect(publishes.operation?.steps[1]).toEqual({ publish: "events", message: { code: "$row.code" }, to: "events" });
  const guarded = taking(texts, "POST /links/{code}/block", "Guarded update of links");
  expect(guarded.operation?.steps[0]).toMatchObject({
    update: "links",
    set: { state: "blocked" },
    where: { code: "$path.code", state: "live", expires_at: { gte: "$now" } },
  });
  for (const { errors } of [insert, ends, counts, both, publishes, guarded]) expect(errors).toEqual([]);
});

test("nothing is offered that the schema or the diagram has not the means for", () => {
  const bare = "create table links (code text primary key, url text not null, made_at timestamptz not null);\n";
  const drawn = design.replace(/ {2}api -\.->.*\n/, "");
  const texts = { schema: bare, api: sketch.replaceAll("links", "urls"), design: drawn };
  expect(offersFor(texts, "GET /{code}")).toEqual([]);
  expect(offersFor(texts, "POST /urls").map(({ label }) => label)).toEqual(["Idempotent insert into links"]);
});

test("what is inserted stands a step a line, and what stood there is said to be replaced and kept", () => {
  const once = taking({ schema, api: yaml, design }, "POST /links", "Publish to Event queue").after;
  expect(once.api).toContain(`    post:
      x-operation:
        - { insert: links, values: { url: $body.url, code: { base62: 7 } }, onConflict: { code: { regenerate: 3 } } }
        - { publish: events, message: { code: $row.code } }
`);
  const label = "Expiry by links.expires_at, in place of its x-operation";
  const twice = taking(once, "POST /links", label);
  expect(twice.after.api).toContain(`      x-operation:
        - { insert: links, values: { url: $body.url, code: { base62: 7 }, expires_at: { add: [$now, 2m] } }, onConflict: { code: { regenerate: 3 } } }
        - { publish: events, message: { code: $row.code } }
        - { return: { status: 201 } }
      requestBody:`);
  const third = taking(twice.after, "POST /links", "Idempotent insert into links, in place of its x-operation");
  expect(third.operation?.idempotency?.column).toBe("links.idem_key");
  expect(third.operation?.words).toHaveLength(4);
  expect(third.errors).toEqual([]);
});

const goneOnceOver = (status: number) => ({
  if: { expires_at: { lt: "$now" } },
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  then: [{ return: { status } }],
});
const cached = design.replace("api -.->", "api -->|read| hot[(Redis)]\n  api -.->");

test("what is read through a cache is still read there with what is offered, and an end that is looked at is not offered", () => {
  const api = `POST /links {url: uri} -> 201 {code}
GET /{code} -> 302 | 404 | 410
GET /links/{code} -> 200 {code, url} | 404
`;
  const texts = { schema, api, design: cached };
  expect(offersFor(texts, "GET /{code}").map(({ label }) => label)).not.toContain("Expiry by links.expires_at");
  const ends = taking(texts, "GET /links/{code}", "Expiry by links.expires_at");
  expect(ends.operation?.steps).toMatchObject([
    { get: "links", by: { code: "$path.code" }, cache: { in: "hot" } },
    goneOnceOver(404),
    { return: { status: 200 } },
  ]);
  const counts = taking(texts, "GET /{code}", "Counter links.clicks");
  expect(counts.operation?.steps).toMatchObject([
    { get: "links", cache: { in: "hot" } },
    goneOnceOver(410),
    { increment: "links.clicks" },
    { redirect: "$links.url" },
  ]);
  expect([...ends.errors, ...counts.errors]).toEqual([]);
});

test("what is counted is offered where the row is opened, and not where the count is read", () => {
  const api = `${sketch}GET /links/{code}/stats -> 200 {code, clicks} | 404\n`;
  const counters = (text: string) =>
    Object.entries(offersOf(read({ schema, api: text, design })).endpoints).flatMap(([opId, offers]) =>
      offers.some(({ label }) => label.startsWith("Counter")) ? [opId] : [],
    );
  expect(counters(api)).toEqual(["GET /{code}", "POST /links/{code}/block"]);
  expect(counters(api.replace("302 | 404", "200 {url} | 404"))).toContain("GET /{code}");
  expect(counters(api.replace("302 | 404", "200 {url} | 404"))).not.toContain("GET /links/{code}/stats");
});

test("a row that is changed by hand is changed while it lasts, and not once it is over", () => {
  const ended = "create table links (code text primary key, url text not null, expires_at timestamptz);\n";
  const api = `${sketch}PATCH /links/{code} {url: uri} -> 200 {code, url} | 404\n`;
  const texts = { schema: ended, api, design };
  expect(offersFor(texts, "PATCH /links/{code}").map(({ label }) => label)).not.toContain("Guarded update of links");
  const { operation } = taking(texts, "PATCH /links/{code}", "Expiry by links.expires_at");
  expect(operation?.steps[0]).toMatchObject({
    where: { code: "$path.code", any: [{ expires_at: null }, { expires_at: { gte: "$now" } }] },
  });
});

test("steps that cannot be read are not written over", () => {
  const broken = sketch.replace("201 {code}", "201 {code}\n  x-operation: [{ insrt: links }]");
  expect(offersFor({ schema, api: broken, design }, "POST /links")).toEqual([]);
});

test("where the column has no place to be written, the offer says which one to add", () => {
  const tables = '{"tables": {"links": {"columns": {"code": "text primary key", "url": "text not null"}}}}';
  const [offer] = offersFor({ schema: tables, api: sketch, design }, "POST /links");
  expect(offer).toMatchObject({
    edits: [],
    needs: "add a column idem_key, text and unique, to links in the schema",
  });
});

test("an update that is spelled out without a guard keeps what it sets and answers", () => {
  const said = sketch.replace(
    "200 | 409\n",
    `200 | 409
  x-operation:
    - { update: links, set: { state: live, clicks: 0 }, where: { code: $path.code } }
    - { return: { status: 200, body: { now: $row.state } } }
`,
  );
  const opId = "POST /links/{code}/block";
  const { operation } = taking(
    { schema, api: said, design },
    opId,
    "Guarded update of links, in place of its x-operation",
  );
  expect(operation?.steps).toEqual([
    {
      update: "links",
      set: { state: "live", expires_at: { add: ["$now", "2m"] }, clicks: 0 },
      where: { code: "$path.code", any: [{ state: "new" }, { state: "live", expires_at: { lt: "$now" } }] },
    },
    { return: { status: 200, body: { now: "$row.state" } } },
  ]);
});

test("no text keeps what could be offered from being told, and whatever is offered for it can be read", () => {
  const texts = { schema, api: sketch, design };
  for (const document of documentNames) {
    for (const text of Object.values(hardTexts)) offersOf(read({ ...texts, [document]: text }));
    for (const [name, text] of Object.entries(mangledTexts[document])) {
      const mangled = { ...texts, [document]: text };
      const before = read(mangled);
      const { capabilities: starts, endpoints } = offersOf(before);
      const [offer] = [...Object.values(starts), ...Object.values(endpoints).flat()];
      const after = read(inserted(mangled, offer)).read;
      expect(after.operations.length, `${document}, ${name}`).toBeGreaterThanOrEqual(before.read.operations.length);
    }
  }
}, 120_000);

test("an offer leaves a request's key and a row's own end as they are, and gives nothing away that is not declared", () => {
  const kept = `create table links (code text primary key, url text not null, clicks int not null default 0, owner text, idem uuid unique,
  expires_at timestamptz%);`;
  const api = `${sketch}POST /links/{code}/report {reason: string} -> 202\n`;
  const opId = "POST /links/{code}/report";
  const own = { schema: kept.replace("%", ""), api, design };
  expect(offersFor(own, opId).map(({ label }) => label)).toEqual(["Counter links.clicks"]);
  const { operation } = taking(own, opId, "Counter links.clicks");
  expect(operation?.steps.at(-1)).toEqual({ return: { status: 202 } });

  const held = { ...own, schema: kept.replace("%", ", held_until timestamptz").replace("expires_at timestamptz,", "") };
  expect(taking(held, opId, "Guarded update of links").operation?.steps[0]).toEqual({
    update: "links",
    set: { held_until: { add: ["$now", "2m"] } },
    where: { code: "$path.code", any: [{ held_until: null }, { held_until: { lt: "$now" } }] },
  });
});
