import type { Finding } from "@proofroom/domain/design/finding";
import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../read.ts";

beforeAll(() => loadReader());

const { capabilities } = loadPublicProblem(problemsDir, "url-shortener");
const design = "```mermaid\nflowchart LR\n c[Client] --> api[API] --> db[(Postgres)]\n```";
const sql = `create table links (
  id bigint generated always as identity primary key, short_code varchar(6) unique not null, original_url text not null,
  request_id text unique, created_at timestamptz not null default now()
);`;

const read = (paths: string, schema = sql) =>
  readDesign({ schema, design, api: `openapi: 3.0.3\npaths:\n${paths}` }, capabilities);
const body = (fields: string) =>
  `requestBody: { content: { application/json: { schema: { type: object, properties: { ${fields} } } } } }`;
const answer = (status: number, fields: string) =>
  `responses: { "${status}": { description: ok, content: { application/json: { schema: { type: object, properties: { ${fields} } } } } } }`;
const text = "{ type: string }";
const resolve = '  /{shortCode}:\n    get: { responses: { "301": { description: go } } }\n';
const applied = (before: string, finding: Finding | undefined, choice = 0) => {
  const edits = finding?.fixes?.[choice]?.edits.toSorted((a, b) => b.from - a.from) ?? [];
  return edits.reduce((all, e) => all.slice(0, e.from) + e.insert + all.slice(e.to), before);
};

test("names in another hand are bound by convention, key and all", () => {
  const key = "parameters: [{ name: idempotency-key, in: header, schema: { type: string } }]";
  const { operations, findings, unbound } = read(
    `${resolve}  /api/v1/shorten:\n    post: { ${key}, ${body(`longUrl: ${text}`)}, ${answer(200, `shortUrl: ${text}`)} }\n`,
  );
  expect(findings).toEqual([]);
  expect(unbound).toEqual([]);
  expect(operations[0]).toMatchObject({
    capability: "resolve",
    boundBy: "convention",
    steps: [
      { get: "links", by: { short_code: "$path.shortCode" } },
      { redirect: "$row.original_url", status: 301 },
    ],
    inputs: { code: { in: "path", name: "shortCode" } },
    outputs: { redirect: { in: "location" } },
  });
  expect(operations[1]).toMatchObject({
    capability: "shorten",
    idempotency: { header: "idempotency-key", column: "links.request_id" },
    steps: [
      {
        insert: "links",
        values: { original_url: "$body.longUrl", short_code: { base62: 6 } },
        onConflict: { short_code: { regenerate: 3 } },
      },
      { return: { status: 200, body: { shortUrl: "$row.short_code" } } },
    ],
    inputs: { url: { in: "body", name: "longUrl" } },
    outputs: { code: { in: "body", name: "shortUrl" } },
  });
});

test("of two tables the one is meant that spells the path's key alike", () => {
  const tables =
    "create table users (id serial primary key, email text);\ncreate table urls (short_url varchar(10) primary key, long_url text not null);";
  const [operation] = read(
    `  /{shortUrl}:\n    get: { responses: { "302": { description: go } } }\n`,
    tables,
  ).operations;
  expect(operation?.steps).toEqual([
    { get: "urls", by: { short_url: "$path.shortUrl" } },
    { redirect: "$row.long_url", status: 302 },
  ]);
});

test("no convention protects better than what is written", () => {
  const post = `  /links:\n    post: { ${body(`url: ${text}`)}, ${answer(201, `short_code: ${text}`)} }\n`;
  const loose = sql.replace("unique not null", "not null").replace("request_id text unique", "request_id text");
  const [, shorten] = read(resolve + post, loose).operations;
  expect(shorten?.idempotency).toBeUndefined();
  expect(shorten?.steps[0]).not.toHaveProperty("onConflict");
  const warned = read(resolve + post).findings;
  expect(warned).toMatchObject([{ rule: "key-not-kept", severity: "warning", line: 6 }]);
});

test("two endpoints that could serve one capability are asked about, and a click settles it", () => {
  const twin = (path: string) =>
    `  ${path}:\n    post:\n      ${body(`url: ${text}`)}\n      ${answer(201, `code: ${text}`)}\n`;
  const api = `openapi: 3.0.3\npaths:\n${resolve}${twin("/links")}${twin("/urls")}`;
  const { findings, unbound } = readDesign({ schema: sql, design, api }, capabilities);
  expect(unbound).toEqual([]);
  const question = findings.find(({ rule }) => rule === "which-endpoint");
  expect(question).toMatchObject({ severity: "question", stopsRun: true, line: 6, column: 5 });
  expect(question?.fixes?.map(({ label }) => label)).toEqual(["POST /links does", "POST /urls does"]);
  const again = readDesign({ schema: sql, design, api: applied(api, question, 1) }, capabilities);
  expect(again.findings.filter(({ severity }) => severity !== "warning")).toEqual([]);
  expect(again.operations.find(({ path }) => path === "/urls")).toMatchObject({
    capability: "shorten",
    boundBy: "x-capability",
    confidence: 1,
  });
});

test("an answer is written in the style of the document, JSON too", () => {
  const path = {
    post: {
      requestBody: {
        content: { "application/json": { schema: { properties: { a: { type: "string" }, b: { type: "string" } } } } },
      },
      responses: { 201: { content: { "application/json": { schema: { properties: { code: { type: "string" } } } } } } },
    },
  };
  const go = { get: { responses: { 302: { description: "go" } } } };
  const api = JSON.stringify({ openapi: "3.1.0", paths: { "/{code}": go, "/links": path } }, null, 2);
  const question = readDesign({ schema: sql, design, api }, capabilities).findings.find(
    ({ rule }) => rule === "which-field",
  );
  expect(question?.fixes?.map(({ label }) => label)).toEqual(["body.a", "body.b", "Its body has url"]);
  const answered = applied(api, question, 1);
  expect(JSON.parse(answered)).toMatchObject({
    paths: { "/links": { post: { "x-capability": { name: "shorten", in: { url: "body.b" } } } } },
  });
  const again = readDesign({ schema: sql, design, api: answered }, capabilities);
  expect(again.operations.find(({ path: p }) => p === "/links")?.inputs).toEqual({ url: { in: "body", name: "b" } });
});

test("a required capability that nothing can serve is an error, an optional one is not", () => {
  const { unbound, findings } = read(resolve);
  expect(unbound).toEqual(["shorten"]);
  expect(findings).toMatchObject([{ rule: "unbound", capability: "shorten", severity: "error", line: 3 }]);
});

test("every name in an x-operation has to exist, and a likely one is offered", () => {
  const operation = (steps: string) =>
    `${resolve}  /links:\n    post:\n      x-capability: shorten\n      ${body(`url: ${text}`)}\n      ${answer(201, `code: ${text}`)}\n      x-operation:\n${steps}`;
  const told = (steps: string) =>
    read(operation(steps))
      .findings.filter(({ rule }) => rule !== "no-idempotency")
      .map((f) => `${f.rule} ${f.line}:${f.column} ${f.fixes?.[0]?.edits[0]?.insert ?? ""}`.trim());
  const good = "        - insert: links\n          values: { original_url: $body.url, short_code: { base62: 6 } }\n";
  expect(told(good)).toEqual([]);
  expect(told(good.replace("insert: links", "insert: link"))).toEqual(["unknown-table 11:19 links"]);
  expect(told(good.replace("original_url:", "orignal_url:"))).toEqual([
    "empty-column 11:11",
    "unknown-column 12:21 original_url",
  ]);
  expect(told(good.replace("$body.url", "$body.uri"))).toEqual(["reference 12:35"]);
  expect(told(good.replace("$body.url", "$row.code"))).toEqual(["reference 12:35"]);
  expect(told(`${good}        - publsh: x\n`)).toEqual(["x-operation 13:11"]);
  expect(told(`${good}        - forEach: x\n`)).toEqual(["x-operation 13:11"]);
  expect(told(`${good}          onConfict: {}\n`)).toContain("x-operation 11:11");
  expect(told("        idempotency: { header: Idempotency-Key, column: links.key }\n        steps: []\n")).toContain(
    "unknown-column 11:57",
  );
});

test("an x-capability that the problem does not ask for is an error with the names that it does", () => {
  const { findings } = read(
    `${resolve}  /links:\n    post: { x-capability: shortn, ${body(`url: ${text}`)}, ${answer(201, `code: ${text}`)} }\n`,
  );
  const finding = findings.find(({ rule }) => rule === "x-capability");
  expect(finding).toMatchObject({ rule: "x-capability", severity: "error", line: 6, column: 27 });
  expect(finding?.fixes?.[0]?.label).toBe("Write shorten");
});

test("an endpoint whose doing cannot be told does nothing and says how to spell it out", () => {
  const { findings, operations } = read(
    `${resolve}  /links/{id}/archive:\n    post: { ${body(`url: ${text}`)}, ${answer(200, `ok: ${text}`)} }\n`,
  );
  expect(findings.map(({ rule }) => rule)).toContain("no-steps");
  expect(operations[1]?.steps).toEqual([]);
});

test("what serves nothing of the problem does nothing that its path does not say, and that is told", () => {
  const { operations, findings } = read(
    `${resolve}  /links:\n    post: { ${body(`url: ${text}`)}, ${answer(201, `code: ${text}`)} }\n` +
      `  /auth/login:\n    post: { ${body(`url: ${text}, password: ${text}`)} }\n` +
      "  /links/{id}/favourite:\n    delete: { responses: { '204': { description: ok } } }\n" +
      "  /links/{id}:\n    delete: { responses: { '204': { description: ok } } }\n" +
      "  /l/{shortCode}:\n    delete: { responses: { '204': { description: ok } } }\n",
  );
  const stepsAt = Object.fromEntries(operations.map(({ opId, steps }) => [opId, steps.length]));
  expect(stepsAt).toMatchObject({ "POST /auth/login": 0, "DELETE /links/{id}/favourite": 0 });
  expect(stepsAt).toMatchObject({ "DELETE /links/{id}": 2, "DELETE /l/{shortCode}": 2 });
  const told = findings.filter(({ rule }) => rule === "no-steps").map(({ message }) => message);
  expect(told).toEqual([
    expect.stringContaining("no table is called like anything in /auth/login"),
    expect.stringContaining('"favourite" may mean anything'),
  ]);
});

test("a list is in the order in which its rows came to be, not of when they end", () => {
  const schema = sql.replace("request_id", "expires_at timestamptz, request_id");
  const { operations } = read(`${resolve}  /links:\n    get: { responses: { "200": { description: ok } } }\n`, schema);
  const list = operations.flatMap(({ steps }) => steps).find((step) => "list" in step);
  expect(list).toMatchObject({ order: ["created_at desc"] });
});

test("a row that is over is answered with the 410 that the endpoint declares", () => {
  const schema = sql.replace("request_id", "expires_at timestamptz, request_id");
  const paths =
    '  /{shortCode}:\n    get: { responses: { "302": { description: go }, "410": { description: over } } }\n';
  const [{ steps, words } = { steps: [], words: [] }] = read(paths, schema).operations;
  expect(steps[1]).toMatchObject({ if: { expires_at: { lt: "$now" } } });
  expect(words).toContain("If expires_at is before the time now: Answers 410.");
  expect(read(resolve, schema).operations[0]?.steps).toHaveLength(2);
});

test("a path finds its table though its language forms the plural otherwise", () => {
  const tables =
    "create table posto (id int primary key, fila text);\ncreate table evento (id int primary key, nome text);";
  const { operations } = read(
    '  /posti/{id}:\n    get: { responses: { "200": { description: ok } } }\n  /api/eventi:\n    get: { responses: { "200": { description: ok } } }\n',
    `${sql}\n${tables}`,
  );
  expect(operations.map(({ steps }) => steps[0])).toMatchObject([{ get: "posto" }, { list: "evento" }]);
});

test("a thing below another is a row of its table, though the table says more of it", () => {
  const schema =
    "create table short_links (tenant_id int, slug text, target text not null, primary key (tenant_id, slug));";
  const { operations } = read(
    `  /t/{tenant_id}/links:\n    post: { ${body(`target: ${text}`)}, ${answer(201, `slug: ${text}`)} }\n`,
    schema,
  );
  expect(operations[0]?.steps[0]).toMatchObject({ insert: "short_links", values: { tenant_id: "$path.tenant_id" } });
});

test("what is put twice finds the row whose key the database makes of what is sent, and what is posted twice does not", () => {
  const schema = `create table urls (long_url text not null, code text primary key generated always as (left(md5(long_url), 8)) stored);`;
  const put = (method: string) =>
    readDesign(
      { schema, design, api: `${method} /links {url: url} -> 200 {code}\nGET /{code} -> 308 | 404\n` },
      capabilities,
    ).operations[0]?.steps[0];
  expect(put("PUT")).toMatchObject({ insert: "urls", onConflict: { code: "return-existing" } });
  expect(put("POST")).not.toHaveProperty("onConflict");
});

test("nobody is offered to add the very row that a path names", () => {
  const schema =
    "create table links (code text primary key, url text not null);\ncreate table visits (id int primary key, code text);";
  const { findings } = readDesign(
    { schema, design, api: "POST /links/{code}/frobnicate {note: string} -> 200\n" },
    capabilities,
  );
  const labels = findings
    .flatMap(({ rule, fixes }) => (rule === "no-steps" ? (fixes ?? []) : []))
    .map(({ label }) => label);
  expect(labels).not.toContain("It adds a row to links");
});

test("a column that refers to a row that has to be there is not made up, and that is told", () => {
  const schema = `create table key_pool (short_key char(7) primary key);
create table urls (short_key char(7) primary key references key_pool (short_key), long_url text not null);`;
  const { findings, operations } = read(
    `${resolve}  /urls:\n    post: { ${body(`longUrl: ${text}`)}, ${answer(201, `shortKey: ${text}`)} }\n`,
    schema,
  );
  expect(operations[1]?.steps[0]).toEqual({ insert: "urls", values: { long_url: "$body.longUrl" } });
  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toContainEqual(
    expect.stringMatching(/^empty-column: Nothing that POST \/urls is sent fills short_key/),
  );
});

test("a key is kept in a unique column that could be called a code, where another one is the code", () => {
  const schema = "create table link (code text primary key, url text not null, key uuid unique);";
  const key = "parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]";
  const { operations } = read(
    `${resolve}  /links:\n    post: { ${key}, ${body(`url: ${text}`)}, ${answer(201, `code: ${text}`)} }\n`,
    schema,
  );
  expect(operations[1]?.idempotency).toEqual({ header: "Idempotency-Key", column: "link.key" });
});

test("whose id it is may stand behind it", () => {
  const schema = "create table place (id_place uuid primary key, numero text);";
  const { operations } = read('  /places/{id}:\n    get: { responses: { "200": { description: ok } } }\n', schema);
  expect(operations[0]?.steps[0]).toEqual({ get: "place", by: { id_place: "$path.id" } });
});

test("a header is declared by a click also where the list of parameters is empty", () => {
  const api = `openapi: 3.0.3\npaths:\n${resolve}  /links:\n    post: { parameters: [], ${body(`url: ${text}`)}, ${answer(201, `code: ${text}`)} }\n`;
  const texts = { schema: sql.replace("request_id text", "request_id text not null"), design, api };
  const asked = readDesign(texts, capabilities).findings.find(({ rule }) => rule === "key-not-kept");
  const after = readDesign({ ...texts, api: applied(api, asked) }, capabilities);
  expect(after.operations[1]?.idempotency).toMatchObject({ column: "links.request_id" });
});
