import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const api = readApi(text, tell);
  return { api, endpoints: api.endpoints.map(({ endpoint }) => endpoint), findings };
}
const shapes = (text: string) =>
  read(text).endpoints.map(({ opId, line, body, responses }) => ({
    opId,
    line,
    sends: Object.keys(fields(body)),
    answers: Object.fromEntries(responses.map(({ status, schema }) => [status, Object.keys(fields(schema))])),
  }));
function fields(schema: unknown): object {
  if (typeof schema !== "object" || schema === null) return {};
  if ("items" in schema) return fields(schema.items);
  return "properties" in schema && typeof schema.properties === "object" ? (schema.properties ?? {}) : {};
}

const whiteboard = `# links
POST /links {url: uri, alias?: string(4..32)} -> 201 {code, short_url} | 409
  x-capability: shorten            # any x-… key, YAML, indented below its line
GET /{code} -> 302 | 404
GET /links?owner&cursor&limit=20 [auth] -> 200 [{code, url, created_at}]
`;

test("paths, parameters and queries have names of any language, and none has signs that nobody sees", () => {
  const text = "POST /verkürzungen {адрес: uri} -> 201 {код}\nGET /:код -> 302\nGET /روابط?المالك&limit=20 -> 200\n";
  const { endpoints, findings } = read(text);
  expect(findings).toEqual([]);
  expect(endpoints.map(({ opId }) => opId).toSorted()).toEqual(["GET /{код}", "GET /روابط", "POST /verkürzungen"]);
  expect(endpoints.flatMap(({ parameters }) => parameters.map(({ name }) => name)).toSorted()).toEqual(
    ["limit", "код", "المالك"].toSorted(),
  );
  expect(read("GET /ко\u200bд -> 200\n").findings).toContainEqual(expect.objectContaining({ rule: "path" }));
});

test.each([
  ["- **`GET /{code}`** - redirects (302) to the destination, 404 if there is none", [302, 404], "redirects"],
  ["GET /{code} - answers with the row (200); 404 if missing", [200, 404], "answers with the row"],
  ["GET /links?limit=20&cursor=... -> 200", [200], undefined],
  ["POST /seats/{id}/hold - holds at most (300) seats for 5 minutes (301 seconds) -> 200", [200], expect.anything()],
])("%s: statuses in brackets answer, and a value that is left open is no word", (line, statuses, summary) => {
  const [endpoint] = read(line).endpoints;
  expect(endpoint?.responses.map(({ status }) => Number(status))).toEqual(statuses);
  expect(endpoint?.summary).toEqual(summary);
});

test("a list that is said in words is one", () => {
  const schemaOf = (line: string) => read(line).endpoints[0]?.responses[0]?.schema;
  expect(schemaOf("GET /links -> 200 list of links, newest first")).toEqual({ type: "array", items: {} });
  expect(schemaOf("GET /links -> 200 OK with an array of {code}")).toMatchObject({
    type: "array",
    items: { properties: { code: {} } },
  });
  expect(schemaOf("GET /links/{code} -> 200 if it is on the list of links")).toBeUndefined();
});

test("an endpoint a line is read with body, query, answers and the keys below it", () => {
  const { api, endpoints, findings } = read(whiteboard);
  expect(findings).toEqual([]);
  expect(shapes(whiteboard)).toEqual([
    { opId: "POST /links", line: 2, sends: ["url", "alias"], answers: { 201: ["code", "short_url"], 409: [] } },
    { opId: "GET /links", line: 5, sends: [], answers: { 200: ["code", "url", "created_at"] } },
    { opId: "GET /{code}", line: 4, sends: [], answers: { 302: [], 404: [] } },
  ]);
  expect(endpoints[0]?.body).toEqual({
    type: "object",
    required: ["url"],
    properties: {
      url: { type: "string", format: "uri" },
      alias: { type: "string", minLength: 4, maxLength: 32 },
    },
  });
  expect(endpoints[1]?.parameters).toMatchObject([
    { name: "owner", in: "query", required: false },
    { name: "cursor", in: "query" },
    { name: "limit", in: "query", schema: { type: "integer", default: 20 } },
    { name: "Authorization", in: "header", required: true },
  ]);
  const capability = api.endpoints[0]?.capability;
  expect(whiteboard.slice(...(capability?.range?.slice(0, 2) ?? []))).toBe("shorten");
});

test("a README's list is read as what it means: headings, numbers, backticks, prose, examples of JSON", () => {
  const readme = `# Short links

The service has two endpoints.

1. **\`POST /api/v1/shorten\`** - creates a short link
   Request:
   \`\`\`json
   {
     "longUrl": "https://example.com/a/very/long/one",
     "expiresInDays": 30
   }
   \`\`\`
   Response: 201
   \`\`\`json
   { "shortCode": "abc1234" }
   \`\`\`
2. \`GET /:code\` → redirects to the long URL, 404 if nobody made it
- DELETE /links/<code>: 204 or 404

### PUT https://api.sho.rt/links/{code}?dry=1
Body: { longUrl: uri }
Returns 200 { shortCode: string }
`;
  const { endpoints, findings } = read(readme);
  expect(findings).toEqual([]);
  expect(shapes(readme)).toEqual([
    { opId: "POST /api/v1/shorten", line: 5, sends: ["longUrl", "expiresInDays"], answers: { 201: ["shortCode"] } },
    { opId: "GET /{code}", line: 17, sends: [], answers: { 302: [], 404: [] } },
    { opId: "DELETE /links/{code}", line: 18, sends: [], answers: { 204: [], 404: [] } },
    { opId: "PUT /links/{code}", line: 20, sends: ["longUrl"], answers: { 200: ["shortCode"] } },
  ]);
  expect(endpoints[0]).toMatchObject({
    summary: "creates a short link",
    body: { properties: { longUrl: { format: "uri" }, expiresInDays: { type: "integer" } } },
  });
  expect(endpoints[0]?.body).not.toHaveProperty("required"); // an example does not say what may be left out
});

test("a body may reach over several lines, and Windows ends its lines in its own way", () => {
  const text =
    "POST /links {\r\n  url: uri,\r\n  tags?: string[] // at most five\r\n} -> 201 { code }\r\nGET /{code} -> 301\r\n";
  expect(shapes(text)).toEqual([
    { opId: "POST /links", line: 1, sends: ["url", "tags"], answers: { 201: ["code"] } },
    { opId: "GET /{code}", line: 5, sends: [], answers: { 301: [] } },
  ]);
});

test.each([
  ["string(4..32)", { type: "string", minLength: 4, maxLength: 32 }],
  ["string(32)", { type: "string", maxLength: 32 }],
  ["int(1..)", { type: "integer", minimum: 1 }],
  ["int = 20", { type: "integer", default: 20 }],
  ["enum(free, held, sold)", { enum: ["free", "held", "sold"] }],
  ['"free" | "held"', { enum: ["free", "held"] }],
  ["free|held|sold", { enum: ["free", "held", "sold"] }],
  ["free / held", { enum: ["free", "held"] }],
  ["uuid", { type: "string", format: "uuid" }],
  ["string | null", { type: ["string", "null"] }],
  ["uri[]", { type: "array", items: { type: "string", format: "uri" } }],
  [
    "[{id: int}]",
    { type: "array", items: { type: "object", required: ["id"], properties: { id: { type: "integer" } } } },
  ],
  ['"2026-01-01T00:00:00Z"', { type: "string", format: "date-time" }],
  ["12.5", { type: "number" }],
])("the type %s is a schema", (type, schema) => {
  const { endpoints, findings } = read(`POST /x {field: ${type}} -> 204`);
  expect(findings).toEqual([]);
  expect(endpoints[0]?.body).toMatchObject({ properties: { field: schema } });
});

test.each([
  ["POST /links {url: ulr} -> 201", "sketch-type 1:19"],
  ["GET /a -> 200\nGET /a -> 201", "duplicate-path 2:1"],
  ["POST /links {: uri} -> 201", "sketch 1:14"],
  ["POST /links -> 201", "no-body 1:1"],
  ["GET /a", "no-response 1:1"],
  ["GET /a -> 200\n  x-capability: [", "syntax 2:18"],
  ["GET /a{b -> 200", "path 1:5"],
])("%j is told at its place", (text, expected) => {
  expect(read(text).findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`)).toContain(expected);
});

test("other forms are no sketch, whatever their prose says", () => {
  for (const text of [
    "openapi: 3.1.0\ninfo:\n  description: |\n    GET /a is cheap\npaths:\n  /a: { get: { responses: { 200: { description: x } } } }",
    '{"openapi": "3.1.0", "paths": {"/a": {"get": {"responses": {"200": {"description": "GET /b"}}}}}}',
  ])
    expect(read(text).endpoints.map(({ opId }) => opId)).toEqual(["GET /a"]);
});

test("a key that makes a request safe to repeat is a header, on the line or below it", () => {
  for (const text of [
    "POST /links {url: uri} [Idempotency-Key] -> 201 {code}",
    "POST /links {url: uri} -> 201 {code}\n  Headers: `Idempotency-Key` (a UUID)",
  ]) {
    const [endpoint] = read(text).endpoints;
    expect(endpoint?.parameters).toMatchObject([{ name: "Idempotency-Key", in: "header", required: false }]);
    expect(endpoint?.responses.map(({ status }) => status)).toEqual([201]);
  }
});

test("prose below an endpoint names no status", () => {
  const text = "GET /links -> 200 [{code}]\nReturns at most 300 links. Cached for 404 seconds.\nResponse: 429\n";
  expect(read(text).endpoints[0]?.responses.map(({ status }) => status)).toEqual([200, 429]);
});

test("a whiteboard's path may lack its first slash where an arrow or a parameter shows that it is one", () => {
  const { endpoints } = read(
    "GET  events/:id/seats -> [seat]\nPOST seats/:id/hold  {user_id} -> {ticket_id} / 409 taken\n1. POST holds {seat_id} -> 201 {id}\nDELETE holds/{id}\n",
  );
  expect(endpoints.map(({ opId }) => opId)).toEqual([
    "GET /events/{id}/seats",
    "POST /seats/{id}/hold",
    "POST /holds",
    "DELETE /holds/{id}",
  ]);
  expect(endpoints[1]?.responses.map(({ status }) => status)).toEqual([200, 409]);
  const prose =
    "POST and/or PUT may be used.\nGET more out of it.\nPUT simply, we read -> write later.\n\nGET /a -> 200\n";
  expect(read(prose).endpoints.map(({ opId }) => opId)).toEqual(["GET /a"]);
});

test("an answer in backticks in a table's cell is an answer", () => {
  const table =
    "| Method | Path | Request | Response | Errors |\n|---|---|---|---|---|\n" +
    '| POST | `/urls` | `{ "fullUrl": "https://…" }` | `201 { "alias": "x7Gh2" }` | 400 invalid URL |\n' +
    "| GET | `/{alias}` | – | `302` | 404 unknown alias |\n";
  const { endpoints } = read(table);
  expect(endpoints.map(({ responses }) => responses.map(({ status }) => status))).toEqual([
    [201, 400],
    [302, 404],
  ]);
});

test("what is refused as not http(s) is a URL", () => {
  const [endpoint] = read("POST /links {url} -> 201 {code}\n  # not http(s) -> 400\n").endpoints;
  expect(endpoint?.body).toMatchObject({ properties: { url: { format: "uri" } } });
  expect(endpoint?.responses.map(({ status }) => status)).toEqual([201, 400]);
});

test("of a range of statuses one that is served is answered", () => {
  const { endpoints } = read("POST /links {url: uri} -> 2xx {code} | 4xx\nGET /{code} -> 3XX | 404\n");
  expect(endpoints.map(({ responses }) => responses.map(({ status }) => status))).toEqual([[200], [302, 404]]);
});
