import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

const headersOf = (text: string): string[][] => {
  const { tell, findings } = reporter("api", linesOf(text));
  const { endpoints } = readApi(text, tell);
  expect(findings).toEqual([]);
  return endpoints.map(({ endpoint: { parameters } }) =>
    parameters.filter((one) => one.in === "header").map(({ name }) => name),
  );
};

test.each([
  ["in a sentence", "The caller says who he is with the header `X-Client-Id`, max 64 chars.\n\n"],
  ["in a heading", "### who is calling: X-Client-Id, put there by the gateway\n\n"],
  ["in Spanish", "# El usuario va en la cabecera X-Client-Id\n"],
])("a header that is told %s before all endpoints is one of each", (_, before) => {
  expect(headersOf(`${before}POST /links {url} -> 201 {code}\nGET /links -> 200 [{code}]\n`)).toEqual([
    ["X-Client-Id"],
    ["X-Client-Id"],
  ]);
});

test.each([
  [
    "a list",
    "POST /links {url}\n\nHeaders\n\n- `Content-Type: application/json`\n- `X-User` optional\n\n-> 201 {code}\n",
  ],
  ["a line of its own", 'POST /links\n`X-User: 17`\n\n```json\n{"url": "https://a.b"}\n```\n\n`201`\n'],
  ["a table", "POST /links {url} → `201`\n\nHeaders:\n| Name | Required |\n|---|---|\n| X-User | yes |\n\nMore.\n"],
  [
    "a list of the request's headers",
    'POST /links\n\nRequest headers:\n\n* `X-User` (required)\n\nRequest body:\n```json\n{"url": "https://a.b"}\n```\n-> 201\n',
  ],
  ["words on the endpoint's line", "POST /links {url}  header X-User: uuid -> 201 {code}\n"],
  ["words behind the answers", "POST /links {url} -> 201 {code}   (header X-User)\n"],
  [
    "a call of curl",
    "curl -X POST https://sho.rt/links \\\n  -H 'X-User: 17' -d '{\"url\": \"https://a.b\"}'\nHTTP/1.1 201 Created\n",
  ],
])("a header in %s is one of its endpoint alone", (_, text) => {
  expect(headersOf(`${text}\nGET /{code} -> 302\n`)).toEqual([["X-User"], []]);
});

test.each([
  ["Request-Ref: <the client's own, up to 80 chars>   (required)", ["Request-Ref"]],
  ["- `Vorgangs-Id: <uuid>`", ["Vorgangs-Id"]],
  ["    Client-Token: 5f0e7c1a", ["Client-Token"]],
  ["Content-Id: 17", []],
  ["E-Mail: somebody's", []],
  ["Request-Id without a colon is prose", []],
])("a header that stands alone as HTTP writes it is the request's: %s", (line, headers) => {
  expect(headersOf(`POST /links\n${line}\n{"url": "https://a.b"}\n-> 201 {code}\n\nGET /{code} -> 302\n`)).toEqual([
    headers,
    [],
  ]);
});

test("a request's id that stands by name on the endpoint's line is the client's, and one behind its answers is not", () => {
  expect(headersOf("POST /links {url}  X-Client-Id, X-Request-Id (both required) -> 201 {code}\n")).toEqual([
    ["X-Client-Id", "X-Request-Id"],
  ]);
  expect(headersOf("POST /links {url} -> 201 {code}, X-Request-Id\n")).toEqual([[]]);
});

test("what an answer carries, and what says nothing of what is asked, is no header of the request", () => {
  const text = `X-Request-Id is logged.

POST /links HTTP/1.1
X-Forwarded-For: 10.0.0.1

{"url": "https://a.b"}

HTTP/1.1 201 Created
X-Made-By: us

{"code": "a1b2c3"}
`;
  expect(headersOf(text)).toEqual([[]]);
});

test.each([
  ["in one parenthesis", "POST /links {url} (Idempotency-Key: uuid, X-User: uuid) -> 201 {code}\n"],
  ["in brackets", "POST /links {url} [Idempotency-Key: uuid; X-User: uuid] -> 201 {code}\n"],
  ["joined by a word", "POST /links {url} (`Idempotency-Key`: uuid and `X-User`: uuid) -> 201 {code}\n"],
])(
  "headers that stand %s behind the path are all taken, each with its type, and nothing of them is a summary",
  (_, text) => {
    const { endpoints } = readApi(text, () => {});
    const [made] = endpoints.map(({ endpoint }) => endpoint);
    expect(made?.parameters).toMatchObject([
      { name: "Idempotency-Key", in: "header", schema: { format: "uuid" } },
      { name: "X-User", in: "header", schema: { format: "uuid" } },
    ]);
    expect(JSON.stringify(made?.body)).toContain(`"properties":{"url":{}}`);
  },
);

test("what is told before all endpoints of each POST is a header of these alone", () => {
  const told = (line: string) =>
    headersOf(`${line}\n\nGET /links -> 200 [{code}]\nPOST /links {url} -> 201 {code}\nDELETE /links/{code} -> 204\n`);
  const key = ["Idempotency-Key"];
  expect(told("# POSTs take an Idempotency-Key header")).toEqual([[], key, []]);
  expect(told("Every write needs the header `Idempotency-Key`.")).toEqual([[], key, key]);
  expect(told("Jeder POST hat einen Idempotency-Key.")).toEqual([[], key, []]);
  expect(told("POSTs take no Idempotency-Key.")).toEqual([[], [], []]);
  expect(told("All POSTs except the login take an Idempotency-Key.")).toEqual([[], [], []]);
  expect(told("We thought about an Idempotency-Key.")).toEqual([[], [], []]);
});

test.each([
  'Header `X-User` (required, 400 otherwise). Body: `{"url": "https://a.b"}`',
  'En-tête `X-User`. Corps : `{ "url": "https://a.b" }`',
  "- Header: X-User · **Body** {url}",
  'Headers: `X-User`, body `{ "url": "..." }`',
])("a body behind a header on the same line is the body: %s", (line) => {
  const text = `### POST /links\n${line}\n- 201 \`{"code": "a"}\`\n`;
  const { endpoints } = readApi(text, reporter("api", linesOf(text)).tell);
  expect(endpoints.map(({ endpoint }) => endpoint.parameters.map(({ name }) => name))).toEqual([["X-User"]]);
  expect(JSON.stringify(endpoints[0]?.endpoint.body)).toContain('"url"');
  expect(endpoints[0]?.endpoint.responses.map(({ status }) => status)).toEqual([201]);
});

test.each([
  ["Headers: `User-Id`.", ["User-Id"]],
  ["- Header `User-Key`, required", ["User-Key"]],
  ["En-tête : `User-Ref`", ["User-Ref"]],
  ["Headers: `User-Agent`, `Cache-Control`", []],
  ["Header: Authorization (JWT)", ["Authorization"]],
  ["header: Request-Id", ["Request-Id"]],
  ["Headers: X-User-Id, Content-Type, Tenant-Id", ["X-User-Id", "Tenant-Id"]],
])("whom a caller is may be told by a header whose name begins with user: %s", (line, names) => {
  expect(headersOf(`GET /links\n${line}\n- 200 \`[{"code": "a"}]\`\n`)).toEqual([names]);
});

test("a header that begins with the word for a request announces no body", () => {
  const sent = [
    "POST /links",
    "Request-Id: 5f0c7d1e",
    "Content-Type: application/json",
    "",
    '{"url": "https://a.b/c"}',
  ];
  const text = `${sent.map((line) => `    ${line}`).join("\n")}\n\nFirst:\n\n    201 Created\n`;
  const [found] = readApi(text, reporter("api", linesOf(text)).tell).endpoints;
  expect(found?.endpoint.parameters.map(({ name }) => name)).toEqual(["Request-Id"]);
  expect(found?.endpoint.body).toMatchObject({ properties: { url: { type: "string" } } });
  expect(JSON.stringify(found?.endpoint.body)).not.toContain("Content-Type");
});
