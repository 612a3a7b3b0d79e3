import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit, Finding } from "@proofroom/domain/design/finding";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";
import { type RuleName, rules } from "./rules.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
type Texts = Record<"schema" | "api" | "design", string>;

const chart = (lines: string) => `\`\`\`mermaid\nflowchart LR\n  ${lines.replaceAll("\n", "\n  ")}\n\`\`\`\n`;
const sound: Texts = {
  schema: `create table links (
  code text primary key,
  url text not null,
  owner text,
  idem_key text unique
);
`,
  api: `POST /links {url: uri, owner?: string} [Idempotency-Key] -> 201 {code}
GET /{code} -> 302 | 404
GET /links?owner&limit=20 -> 200 [{code, url}]
`,
  design: chart("c[Client] --> api[API] --> db[(Postgres)]"),
};
const read = (texts: Texts) => readDesign(texts, capabilities);

const table = (columns: string) => `${sound.schema}create table notes (${columns});\n`;
const openApi = (parameters: string): string => `openapi: 3.1.0
paths:
  /links:
    post:
      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { type: object, required: [url], properties: { url: { type: string, format: uri } } } } } }
      responses: { "201": { description: ok, content: { application/json: { schema: { properties: { code: { type: string } } } } } } }
    get:
${parameters}      responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { type: object } } } } } }
  /{code}:
    get: { responses: { "302": { description: go } } }
`;

const holding =
  "POST /seats/{id}/hold -> 201\n  x-operation:\n    - transaction:\n        - update: seats\n          set: { state: held }\n          where: { id: $path.id, state: open }\n        - insert: holds\n          values: { seat_id: $path.id }\n    - return: 201\n";

/** For each rule designs that break it and nothing else. */
const broken: Record<RuleName, Partial<Texts>[]> = {
  "no-primary-key": [{ schema: sound.schema.replace("text primary key", "text not null unique") }],
  "code-counted": [
    { schema: sound.schema.replace("code text primary key,", "code text primary key, -- base62(id)") },
    { design: `${sound.design}\nA code is base62 of a counter that each server takes in ranges.\n` },
  ],
  "code-case-folded": [
    "SELECT url FROM links WHERE lower(code) = lower($1) ORDER BY created LIMIT 1",
    "select url from links l where l.code ilike $1",
  ].map((look) => ({ design: `${sound.design}\n\`\`\`sql\n${look}\n\`\`\`\n` })),
  "url-case-folded": [
    { schema: `${sound.schema}create unique index on links (owner, lower(url));\n` },
    {
      schema: sound.schema.replace(
        "url text not null,",
        "url text not null,\n  h text generated always as (md5(lower(url))) stored unique,",
      ),
    },
  ],
  "unknown-cached": [
    {
      api: sound.api.replace("owner?: string}", "owner?: string, alias?: string}"),
      design: `${sound.design}\nAn unknown code is cached as unknown in Redis for an hour.\n`,
    },
  ],
  "life-in-words": [
    { design: `${sound.design}\nLinks expire after thirty days.\n` },
    { design: `${sound.design}\nWe purge links that were not opened for a year.\n` },
  ],
  "key-beside-null": [
    { schema: sound.schema.replace("idem_key text unique", "idem_key text, unique (owner, idem_key)") },
  ],
  "key-before-row": [
    {
      schema: `${sound.schema.replace(",\n  idem_key text unique", "")}create table keys (key text primary key, state text not null default 'in_progress', code text references links);\n`,
      design: `${sound.design}\nThe key is committed first. \`in_progress\` → 409, the client backs off.\n`,
    },
    {
      schema: `${sound.schema.replace(",\n  idem_key text unique", "")}create table keys (key text primary key, code text references links);\n`,
      design: `${sound.design}\nWithout a transaction:\n\n1. \`INSERT INTO keys (key) VALUES ($1)\`\n2. \`INSERT INTO links (code, url) VALUES ($2, $3)\`\n3. \`UPDATE keys SET code = $2 WHERE key = $1\`\n`,
    },
  ],
  "others-row": [{ schema: sound.schema.replace("url text not null", "url text not null unique") }],
  "code-not-unique": [
    "",
    "create index links_code on links (code);\n",
    "create unique index on links (owner, code);\n",
    "alter table links add unique (code, owner);\n",
  ].map((index) => ({
    schema: `${sound.schema.replace("code text primary key", "id bigint primary key generated always as identity,\n  code varchar(8) not null")}${index}`,
  })),
  "end-not-run": ["expires_at timestamptz", "valid_until timestamptz not null default now() + interval '1 year'"].map(
    (end) => ({ schema: sound.schema.replace("owner text", `owner text,\n  ${end}`) }),
  ),
  "every-row-ends": [
    {
      schema: sound.schema.replace(
        "owner text",
        "owner text,\n  ends_at timestamptz not null default now() + interval '1 year'",
      ),
      api: sound.api.replace("302 | 404", "302 | 404 | 410"),
    },
  ],
  "foreign-key-without-index": [
    { schema: `${sound.schema}create table hits (id int primary key, code text references links);\n` },
    { schema: `${sound.schema}create table hits (id int primary key, code text references links)` },
  ],
  "index-twice": [
    { schema: `${sound.schema}create index on links (idem_key);\n` },
    { schema: `${sound.schema}create index on links (owner);\ncreate index a on links (owner, url desc);\n` },
  ],
  "money-as-float": [{ schema: sound.schema.replace("owner text", "owner text,\n  unit_price double precision") }],
  "time-without-zone": [
    {
      schema: sound.schema.replace(
        "owner text",
        'owner text,\n  "Created" timestamp(3), updated_at timestamp without time zone',
      ),
    },
  ],
  "status-without-check": [
    {
      schema: sound.schema.replace("owner text", "owner text,\n  status text not null default 'on'"),
      api: `${sound.api}POST /links/{code}/stop -> 204\n  x-operation:\n    - update: links\n      set: { status: off }\n      where: { code: $path.code }\n    - return: 204\n`,
    },
  ],
  "password-in-clear": [{ schema: sound.schema.replace("owner text", "owner text, password text") }],
  "outbox-not-run": [{ schema: `${sound.schema}create table outbox (id int primary key, payload jsonb not null);\n` }],
  "table-unused": [{ schema: table("id int primary key") }],
  "code-overwritten": [
    "```sql\nINSERT INTO links (code, url) VALUES ($1, $2) ON CONFLICT (code) DO UPDATE SET url = EXCLUDED.url;\n```",
    "If a code is taken already, the row is overwritten with the newer url.",
  ].map((said) => ({ design: `${sound.design}\n${said}\n` })),
  "writes-nothing": [
    {
      api: sound.api.replace(
        "{code}\n",
        "{code}\n  x-operation:\n    - get: links\n      by: { code: $body.url }\n    - return: 201\n",
      ),
    },
  ],
  "no-idempotency": [
    { schema: sound.schema.replace(",\n  idem_key text unique", ""), api: sound.api.replace(" [Idempotency-Key]", "") },
    {
      api: sound.api
        .replace(" [Idempotency-Key]", "")
        .replace(
          "{code}\n",
          "{code}\n  x-operation:\n    - insert: links\n      values: { code: { base62: 7 }, url: $body.url }\n    - return: { status: 201, body: { code: $row.code } }\n",
        ),
    },
  ],
  "list-without-page": [
    { api: sound.api.replace("&limit=20", "") },
    { api: openApi(`      parameters: [{ name: owner, in: query, schema: { type: string } }]\n`) },
    {
      api: openApi(
        `      parameters:\n        - name: owner\n          in: query\n          schema: { type: string }\n`,
      ),
    },
    {
      api: sound.api
        .replace("&limit=20", "")
        .concat("  x-operation:\n    - list: links\n      where: { owner: $query.owner }\n"),
    },
  ],
  "offset-paging": [
    { api: sound.api.replace("&limit=20", "&limit=20&offset=0") },
    { api: sound.api.replace("&limit=20", "&page=1") },
  ],
  "cursor-ties": [
    {
      schema: sound.schema.replace("owner text", "owner text,\n  created_at timestamptz not null default now()"),
      api: sound.api.replace("limit=20", "limit=20&cursor"),
      design: `${sound.design}\nThe next page is where owner = $1 and created_at < $2 order by created_at desc limit 20.\n`,
    },
  ],
  "permanent-redirect": [
    {
      api: `${sound.api.replace("302", "301")}PATCH /links/{code} {url: uri} -> 200\n`,
    },
    {
      api: `${sound.api.replace("302", "308")}PUT /links/{code} {url: uri} -> 204\n`,
      design: `${sound.design}\nThe redirect is sent with Cache-Control: max-age=31536000.\n`,
    },
  ],
  "state-left-behind": [
    {
      schema: `${sound.schema}create table seats (id int primary key, state text not null default 'open' check (state in ('open', 'held')));\ncreate table holds (id int generated always as identity primary key, seat_id int not null unique references seats);\n`,
      api: `${sound.api}${holding}DELETE /holds/{id} -> 204\n  x-operation:\n    - delete: holds\n      where: { id: $path.id }\n    - return: 204\n`,
    },
  ],
  "lost-update": [
    {
      schema: sound.schema.replace("owner text", "owner text, hits int"),
      api: `${sound.api}POST /links/{code}/hit -> 204\n  x-operation:\n    - get: links\n      by: { code: $path.code }\n    - update: links\n      set: { hits: { add: [$row.hits, 1] } }\n      where: { code: $path.code }\n    - return: 204\n`,
    },
  ],
  "publish-without-queue": [
    { api: `${sound.api}POST /links/{code}/ping -> 202\n  x-operation:\n    - publish: pings\n    - return: 202\n` },
  ],
  "statement-not-run": [
    {
      design: `${chart("c[Client] --> api[API] --> db[(Postgres)]")}\n\`INSERT INTO links (code, url) VALUES ($1, $2)\`\n`,
    },
  ],
  "code-after-row": [
    {
      schema: "create table links (id bigserial primary key, code text unique, url text not null);\n",
      design: `${sound.design}\nINSERT INTO links (url) VALUES ($1) RETURNING id; then UPDATE links SET code = $2 WHERE id = $1;\n`,
    },
  ],
  "answered-unkept": [
    "1. Append the link to the process's buffer (a plain list) and **answer 201 right away**.\n2. A task writes the buffer every 5 seconds.",
    "It goes in the process's buffer and the client gets its 201 immediately; every 2 seconds it is written.",
    "We push it onto an in-memory queue and return a 201. A goroutine flushes the queue once a second.",
    "Der Link kommt in den Puffer, wir antworten sofort mit 201. Alle 5 Sekunden wird geschrieben.",
    "On ajoute au tampon et on répond 201. Toutes les 2 s, on écrit.",
    "It draws a code, keeps the link in memory, answers 201 and writes what it has kept once a second, in one batch.",
    "Der Dienst hält den Link im Speicher und antwortet 201. Einmal pro Sekunde wird geschrieben.",
  ].map((said) => ({ design: `${sound.design}\n${said}\n` })),
  "cache-unused": [
    {
      api: sound.api.replace("GET /{code} -> 302 | 404\n", ""),
      design: chart("c[Client] --> api[API] --> db[(Postgres)]\napi --> hot[Redis cache]"),
    },
  ],
  "store-unused": [
    {
      api: `${sound.api}GET /links/{code}/picture -> 200 {code} | 404\n`,
      design: chart("c[Client] --> api[API] --> db[(Postgres)]\napi --> o[(S3)]"),
    },
  ],
  "queue-without-consumer": [{ design: chart("c[Client] --> api[API] --> db[(Postgres)]\napi -.-> q[[Click queue]]") }],
  "worker-without-work": [
    {
      design: chart(
        "c[Client] --> api[API] --> db[(Postgres)]\napi -.-> q[[Queue]] -.-> a[Worker]\nb[Second worker] --> db",
      ),
    },
  ],
  "database-unreached": [{ design: chart("c[Client] --> api[API]\nc2[Cron worker] --> db[(Postgres)]") }],
  "client-at-database": [{ design: chart("c[Client] --> api[API] --> db[(Postgres)]\nc --> db") }],
};

const applied = (texts: Texts, edits: Edit[]): Texts => {
  const changed = { ...texts };
  for (const { document, from, to, insert } of edits.toSorted((a, b) => b.from - a.from))
    changed[document] = changed[document].slice(0, from) + insert + changed[document].slice(to);
  return changed;
};

test("a sound design has nothing to be said about it", () => {
  expect(read(sound).findings).toEqual([]);
});

const cases = Object.entries(broken).flatMap(([rule, designs]) => designs.map((design) => [rule, design] as const));

test.each(cases)("%s is told with the severity that is written down, and a click mends it", (rule, change) => {
  const texts = { ...sound, ...change };
  const of = (findings: Finding[]) => findings.filter((finding) => finding.rule === rule);
  const { findings } = read(texts);
  const [found, ...more] = of(findings);
  const said = Object.entries(rules).find(([name]) => name === rule)?.[1];
  expect(more).toEqual([]);
  expect(found).toMatchObject({ document: said?.document, severity: said?.severity });
  expect(found?.fixes?.length ?? 0).toBe(said?.fix === null ? 0 : 1);
  const fix = found?.fixes?.[0];
  if (fix === undefined) return;
  const after = read(applied(texts, fix.edits)).findings;
  expect(of(after)).toEqual([]);
  // Nothing new is said of what the click has written, but whether what it draws is deployed, and what a drawn worker is to do.
  const aboutDrawn = new Set(["not-deployed", "worker-unsaid"]);
  const before = new Set(findings.map((finding) => finding.message));
  expect(after.filter(({ rule: other, message }) => !before.has(message) && !aboutDrawn.has(other))).toEqual([]);
});

test("a row of one person alone, or of nobody, is no other's", () => {
  const told = (schema: string) => read({ ...sound, schema }).findings.filter(({ rule }) => rule === "others-row");
  const shared = sound.schema.replace("url text not null", "url text not null unique");
  expect(told(shared)).toHaveLength(1);
  expect(
    told(
      shared.replace("not null unique", "not null").replace("owner text", "owner text not null, unique (owner, url)"),
    ),
  ).toEqual([]);
  expect(told(shared.replace("owner text", "note text"))).toEqual([]);
});

test("a key beside what is never empty, or where nulls are alike, is told apart from each other", () => {
  const told = (schema: string) => read({ ...sound, schema }).findings.filter(({ rule }) => rule === "key-beside-null");
  const beside = sound.schema.replace("idem_key text unique", "idem_key text, unique (owner, idem_key)");
  expect(told(beside)).toHaveLength(1);
  expect(told(beside.replace("owner text", "owner text not null"))).toEqual([]);
  expect(told(beside.replace("unique (owner", "unique nulls not distinct (owner"))).toEqual([]);
});

test("a key that is kept first is told where nothing takes over one that was left, and where it is written with its row", () => {
  const [change] = broken["key-before-row"];
  const left = { ...sound, ...change };
  const told = (more: string) =>
    read({ ...left, design: `${left.design}${more}` }).findings.filter(({ rule }) => rule === "key-before-row").length;
  expect(told("")).toBe(1);
  expect(told("Keys are kept for ever. Links expire after a year.\n")).toBe(1);
  expect(told("One that is older than a minute is taken over by the next request.\n")).toBe(0);
  expect(told("Keys expire after 60 s.\n")).toBe(0);
  expect(told("Ein Schlüssel, der hängengeblieben ist, wird nach 60 s übernommen.\n")).toBe(0);
});

test("a hold that is deleted beside the seat that is set back, or that another endpoint sets back, leaves nothing behind", () => {
  const [change] = broken["state-left-behind"];
  const left = { ...sound, ...change };
  const told = (texts: Texts) => read(texts).findings.filter(({ rule }) => rule === "state-left-behind").length;
  const back = "update: seats\n      set: { state: open }\n      where: { id: 1 }\n    - ";
  expect(told(left)).toBe(1);
  expect(told({ ...left, api: left.api.replace("delete: holds", `${back}delete: holds`) })).toBe(0);
  const release = `POST /seats/{id}/release -> 204\n  x-operation:\n    - ${back}return: 204\n`;
  expect(told({ ...left, api: `${left.api}${release}` })).toBe(0);
});

test("a buffer of what is counted, or whose row is written before the answer, or that is turned down, is told of by nobody", () => {
  const told = (said: string) =>
    read({ ...sound, design: `${sound.design}\n${said} It is flushed every 5 s.\n` }).findings.map(({ rule }) => rule);
  for (const said of [
    "Visits go into a buffer in memory, and we answer 302.",
    "We insert the row, add a visit to the buffer, and answer 201.",
    "We do not put it in a buffer and answer 201.",
    "Visits are kept in a buffer. Making a link answers 201.",
    "Redis keeps the link in memory, and we answer 201 once it has been written, every second of them new.",
  ])
    expect(told(said), said).not.toContain("answered-unkept");
});

test("a partial index on a foreign key is named, with why it is not enough", () => {
  const schema = `${sound.schema}create table hits (id int primary key, code text references links, gone timestamptz);
create unique index on hits (code) where gone is null;
`;
  const remarks = read({ ...sound, schema }).findings.filter(({ rule }) => rule === "foreign-key-without-index");
  expect(remarks.map(({ message }) => message)).toEqual([
    expect.stringContaining("The unique index on (code) in line 8 holds only some rows of hits"),
  ]);
});

test("every rule stands in the document of review rules, with its severity, its sentence and its fix", () => {
  const path = join(import.meta.dirname, "../../../../docs/review-rules.md");
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  expect(rows).toEqual(
    Object.entries(rules).map(
      ([name, { document, severity, says, fix }]) =>
        `| \`${name}\` | ${document} | ${severity} | ${says} | ${fix ?? "–"} |`,
    ),
  );
});

test("an end that the endpoint looks at, or where nobody is sent on, is no end that is not run", () => {
  const schema = sound.schema.replace("owner text", "owner text,\n  expires_at timestamptz");
  const rulesOf = (api: string) => read({ ...sound, schema, api }).findings.map(({ rule }) => rule);
  expect(rulesOf(sound.api)).toContain("end-not-run");
  expect(rulesOf(sound.api.replace("302 | 404", "302 | 404 | 410"))).not.toContain("end-not-run");
  // One that may be empty is its maker's wish.
  expect(rulesOf(sound.api.replace("302 | 404", "302 | 404 | 410"))).not.toContain("every-row-ends");
});

test("a permanent redirect of an address that never changes, or that is kept for a while only, is fine", () => {
  const permanent = sound.api.replace("302", "301");
  const rulesOf = (texts: Partial<Texts>) => read({ ...sound, ...texts }).findings.map(({ rule }) => rule);
  expect(rulesOf({ api: permanent })).toEqual([]);
  const api = `${permanent}PATCH /links/{code} {url: uri} -> 200\n`;
  expect(rulesOf({ api, design: `${sound.design}\nSent with Cache-Control: max-age=3600.\n` })).toEqual([]);
});

test("a statement that pages by the time and the key skips nothing", () => {
  const schema = sound.schema.replace("owner text", "owner text,\n  created_at timestamptz not null default now()");
  const api = sound.api.replace("limit=20", "limit=20&cursor");
  const paged = "where owner = $1 and (created_at, code) < ($2, $3) order by created_at desc, code desc limit 20";
  const { findings } = read({ schema, api, design: `${sound.design}\nThe next page is ${paged}.\n` });
  expect(findings.map(({ rule }) => rule)).toEqual([]);
});
