import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { textOf } from "../text/yaml.ts";
import { readApi } from "./read-api.ts";
import { writeKey } from "./write-key.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const api = readApi(text, tell);
  return { endpoints: api.endpoints.map(({ endpoint }) => endpoint), findings };
}

test("a list of endpoints is read by the names that people give its parts", () => {
  const { endpoints, findings } = read(`{
  "endpoints": [
    { "method": "POST", "path": "/links",
      "request": { "url": "uri", "alias?": "string" },
      "response": { "code": "string" } },
    { "verb": "get", "url": "/:code", "x-capability": "resolve", "status": 302 },
    { "method": "GET", "path": "/links", "query": { "owner": "string" },
      "responses": { "200": [{ "code": "abc", "clicks": 3 }], "404": {} } }
  ]
}`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /links",
      line: 3,
      body: { required: ["url"], properties: { url: { format: "uri" }, alias: { type: "string" } } },
      responses: [{ status: 201, schema: { properties: { code: { type: "string" } } } }],
    },
    {
      opId: "GET /links",
      parameters: [{ name: "owner", in: "query" }],
      responses: [{ status: 200, schema: { items: { properties: { clicks: { type: "integer" } } } } }, { status: 404 }],
    },
    { opId: "GET /{code}", line: 6, responses: [{ status: 302 }] },
  ]);
});

test("an entry may have its path under the method's own name", () => {
  const { endpoints, findings } = read(`[
  { "POST": "/api/orders", "desc": "lock a seat", "request": { "seatId": 10 }, "response": { "201": { "orderId": 500 }, "409": { "code": "TAKEN" } } },
  { "get": "/api/events/:eventId/seats?limit=50", "response": { "200": [{ "seatId": 10 }] } }
]`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /api/orders",
      line: 2,
      body: { properties: { seatId: {} } },
      responses: [{ status: 201 }, { status: 409 }],
    },
    { opId: "GET /api/events/{eventId}/seats", line: 3, responses: [{ status: 200 }] },
  ]);
});

test("method and path may stand together under whatever name", () => {
  const { endpoints, findings } = read(`{ "endpoints": [
  { "name": "lock", "request": "POST /seat/{seatId}/lock", "body": { "buyerId": 77 }, "response": { "200": { "token": "uuid" }, "409": {} } }
] }`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([{ opId: "POST /seat/{seatId}/lock", body: { properties: { buyerId: {} } } }]);
});

test("a map by method and path, and a JSON Schema for a body, are read as well", () => {
  const { endpoints, findings } = read(`endpoints:
  POST /links:
    body: { type: object, required: [url], properties: { url: { type: string, format: uri } } }
    response: { status: 201, body: { code: string } }
  GET /{code}: 302
`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    { opId: "POST /links", line: 2, body: { required: ["url"] }, responses: [{ status: 201 }] },
    { opId: "GET /{code}", responses: [{ status: 302 }] },
  ]);
});

test("headers that stand beside the body in a request are headers, in whichever order", () => {
  const parts = ['"body": {"url": "string"}', '"headers": ["Idempotency-Key"]'];
  for (const inside of [parts, parts.toReversed()]) {
    const { endpoints, findings } = read(
      `{"endpoints": [{"method": "POST", "path": "/links", "request": {${inside.join(", ")}}, "status": 201}]}`,
    );
    expect(findings).toEqual([]);
    expect(endpoints).toMatchObject([
      { parameters: [{ name: "Idempotency-Key", in: "header" }], body: { properties: { url: { type: "string" } } } },
    ]);
    expect(endpoints[0]?.body).not.toHaveProperty("properties.headers");
  }
});

test("an entry without a method or a path is told at its line", () => {
  const { findings } = read(
    '{"endpoints": [\n  {"path": "/links"},\n  {"method": "GET", "path": "/a", "status": 200}\n]}',
  );
  expect(findings.map(({ rule, line }) => `${rule} ${line}`)).toEqual(["api-list 2"]);
});

test.each([
  ["a list without a name", '[\n\t{"method": "POST", "path": "/seats/:id/hold", "body": {"userId": "string"}}\n]'],
  ["a map by endpoint", '{"POST /seats/{id}/hold": {"body": {"userId": "string"}}}'],
  ["a list in YAML", "- method: POST\n  path: /seats/{id}/hold\n  body: { userId: string }\n"],
])("%s is a list of endpoints, and a key that is added to it is written as the rest is", (_what, text) => {
  const { tell } = reporter("api", linesOf(text));
  const [read] = readApi(text, tell).endpoints;
  expect(read?.endpoint).toMatchObject({ opId: "POST /seats/{id}/hold", body: { properties: { userId: {} } } });
  const edit = read === undefined ? null : writeKey(text, read, "hold");
  const added = edit === null ? "" : text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
  const again = readApi(added, () => {}).endpoints[0];
  expect(textOf(again?.capability ?? null)).toBe("hold");
});

test("a list of anything else is no API", () => {
  expect(read('["a", {"b": 1}]').findings).toMatchObject([{ rule: "api-form", line: 1 }]);
});

test.each([
  ["metodo: POST", "rota: /links", "corpo", "respostas"],
  ["méthode: POST", "chemin: /links", "corps", "réponses"],
  ["Methode: POST", "Pfad: /links", "Anfrage", "Antworten"],
  ["método: post", "ruta: /links", "cuerpo", "respuestas"],
  ["metodo: POST", "percorso: /links", "richiesta", "risposte"],
  ["methode: POST", "pad: /links", "invoer", "antwoorden"],
  ["metoda: POST", "ścieżka: /links", "żądanie", "odpowiedzi"],
])("a list is read in the language of its keys: %s", (method, path, body, answers) => {
  const { endpoints, findings } = read(
    `endpoints:
  - ${method}
    ${path}
    headers: { X-User-Id: id }
    ${body}: { url: "https://example.com/a" }
    ${answers}:
      201: { code: x7Kp2Qa }
      200: the same key and the same url
      404: unknown
`,
  );
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /links",
      body: { properties: { url: { format: "uri" } } },
      parameters: [{ name: "X-User-Id", in: "header" }],
      responses: [
        { status: 200 },
        { status: 201, schema: { properties: { code: { type: "string" } } } },
        { status: 404 },
      ],
    },
  ]);
});

test("items that are called by method and path have their answers beside their body, whatever the list is called", () => {
  const items = `  - POST /links:
      body: { url: string }
      query: { dry: bool default 0 }
      201: { code, shortUrl }
      201 (retry): the stored answer
      400: url is not valid http(s)
  - GET /:code:
      302: Location = url
      404: { message: "link not found" }
`;
  for (const text of [`endpoints:\n${items}`, `auth: header x-api-key\nendpoints:\n${items}`]) {
    const { endpoints, findings } = read(text);
    expect(findings).toEqual([]);
    expect(endpoints).toMatchObject([
      {
        opId: "POST /links",
        body: { properties: { url: { type: "string", format: "uri" } } },
        responses: [{ status: 201, schema: { properties: { code: {}, shortUrl: {} } } }, { status: 400 }],
      },
      { opId: "GET /{code}", responses: [{ status: 302 }, { status: 404 }] },
    ]);
  }
});

test("a map of paths with their methods below, and a body and answers in words, are a list as well", () => {
  const { endpoints, findings } = read(
    JSON.stringify({
      api: {
        "/links": {
          post: { input: "url, alias?", success: "201 {code}", errors: ["400 invalid url", "409 taken"] },
          get: { query: "owner, limit=20", returns: "200 [{code}]" },
        },
      },
    }),
  );
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /links",
      body: { required: ["url"], properties: { url: {}, alias: {} } },
      responses: [{ status: 201, schema: { properties: { code: {} } } }, { status: 400 }, { status: 409 }],
    },
    {
      opId: "GET /links",
      parameters: [{ name: "owner" }, { name: "limit", schema: { default: 20 } }],
      responses: [{ status: 200, schema: { items: { properties: { code: {} } } } }],
    },
  ]);
});

test.each([
  [
    "a map by names of one's own",
    {
      routes: {
        shorten: { verb: "POST", route: "/links", req: { url: "https://a.b" }, res: { "201": { code: "abc" } } },
      },
    },
  ],
  [
    "a list below other keys",
    {
      api: {
        v1: {
          rotas: [
            { metodo: "POST", rota: "/links", entrada: { url: "https://a.b" }, saida: { "201": { code: "abc" } } },
          ],
        },
      },
    },
  ],
  [
    "a map of groups",
    { endpoints: { shorten: { "POST /links": { body: { url: "https://a.b" }, 201: { code: "abc" } } } } },
  ],
])("%s is a list of endpoints", (_what, document) => {
  const { endpoints, findings } = read(JSON.stringify(document));
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /links",
      body: { properties: { url: {} } },
      responses: [{ status: 201, schema: { properties: { code: {} } } }],
    },
  ]);
});

test.each(["[url, alias?]", "\n      - url: string\n      - alias: string (optional)", "url, alias?"])(
  "a body of fields one an item is an object: %j",
  (body) => {
    const { endpoints } = read(`endpoints:\n  - method: POST\n    path: /links\n    body: ${body}\n    returns: 201\n`);
    expect(endpoints[0]?.body).toMatchObject({ type: "object", required: ["url"], properties: { url: {}, alias: {} } });
  },
);

test.each(["", "routes:\n", "api:\n  endpoints:\n"])(
  "a list in YAML whose endpoints have a method and a path on lines of their own is no README, below %j",
  (key) => {
    const list = `- method: POST
  path: /shorten
  headers: [Idempotency-Key]
  request: {long: string (url)}
  response: {status: 201, body: {short: string}}
- path: /{short}
  method: GET
  responses: {302: to the URL, 404: nobody made it}
`;
    const { endpoints, findings } = read(key + list.replaceAll(/^/gm, key === "" ? "" : "    "));
    expect(findings).toEqual([]);
    expect(endpoints).toMatchObject([
      {
        opId: "POST /shorten",
        body: { properties: { long: { format: "uri" } } },
        parameters: [{ name: "Idempotency-Key" }],
        responses: [{ status: 201, schema: { properties: { short: { type: "string" } } } }],
      },
      { opId: "GET /{short}", responses: [{ status: 302 }, { status: 404 }] },
    ]);
  },
);

test("a README that says method and path on lines of their own is still one", () => {
  const { endpoints } = read("Shorten\n\nMethod: POST\nURL: /links\nBody: url, alias?\nResponse: 201 {code}\n");
  expect(endpoints).toMatchObject([{ opId: "POST /links", body: { required: ["url"] }, responses: [{ status: 201 }] }]);
});
