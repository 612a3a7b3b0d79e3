import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { isRecord } from "../../bind/fields.ts";
import { readApi } from "../read-api.ts";

/** The same two endpoints as people write them down, and what is read of them. */
const hands: Record<string, [text: string, ...expected: string[]]> = {
  "a table of routes in a comment": [
    "# app.rb\n#\n# POST  /links  {url: uri}   -> 201 {code}\n# GET   /links  ?owner&limit=20  -> 200 [{code}]\n",
    "POST /links {url} 201 {code}",
    "GET /links 200",
  ],
  "what is commented out beside endpoints": [
    "POST /links {url: uri} -> 201 {code}\n# GET /later -> 200\n",
    "POST /links {url} 201 {code}",
  ],
  "a sentence that takes and gives back": [
    "POST /links\n\nTakes {url, alias?} and gives back {code}. 201 when made.\n",
    "POST /links {url alias} 201 {code}",
  ],
  "methods in brackets": [
    "[POST] /links {url: uri} -> 201 {code}\n- [GET] /{code} -> 302",
    "POST /links {url} 201 {code}",
    "GET /{code} 302",
  ],
  "words below the line": [
    "POST /shorten\n  body: {url}\n  returns {short_url}\nGET /{short}\n  returns 301",
    "POST /shorten {url} 201 {short_url}",
    "GET /{short} 301",
  ],
  "a transcript of requests and answers": [
    `POST /links HTTP/1.1
Content-Type: application/json

{"url": "https://example.com/a1", "kind": "links"}

HTTP/1.1 201 Created

{"code": "x7Gh2kQ", "short": "https://sho.rt/x7Gh2kQ"}

GET /x7Gh2kQ HTTP/1.1

HTTP/1.1 302 Found
Location: https://example.com/a1`,
    "POST /links {url kind} 201 {code short}",
    "GET /{code} 302",
  ],
  "bold words before the methods and redirects in sentences": [
    `**Endpoint:** \`POST /urls\`
**Request Body:**
\`\`\`json
{ "url": "https://example.com" }
\`\`\`
**Response (201 Created):** {"code": "abc"}

**GET** \`/:code\`

Redirects (\`302\`) to the URL. \`404\` if the code does not exist.`,
    "POST /urls {url} 201 {code}",
    "GET /{code} 302 404",
  ],
  "calls of curl": [
    `curl -s -H 'Accept: */*' -X POST -L https://sho.rt/api/links \\
  -H 'Idempotency-Key: 7d9c' \\
  -d '{"target": "https://example.com/a"}'

201
{"key": "k3Jd9sL"}

$ curl -i "https://sho.rt/k3Jd9sL"

HTTP/1.1 302 Found`,
    "POST /api/links {target} 201 {key}",
    "GET /{key} 302",
  ],
  "a table": [
    `| Method | Path | Body | Response |
|---|---|---|---|
| POST | /api/urls | {"url": "https://..."} | 201 {"code": "abc"} |
| GET | /:code | | 302 |`,
    "POST /api/urls {url} 201 {code}",
    "GET /{code} 302",
  ],
  "examples under headings": [
    `POST /v1/links
Request:
{
  "long_url": "https://example.com"
}
Response (201 Created):
{
  "code": "abc123"
}

GET /v1/links/{code}
302 Found, Location: long_url
404 Not Found`,
    "POST /v1/links {long_url} 201 {code}",
    "GET /v1/links/{code} 302 404",
  ],
  "sentences in a list": [
    `* POST /links - create a link. Body {longUrl: string (uri), customAlias?: string}. Returns 201 with {code}
* GET /{code} - 302 redirect to the long URL`,
    "POST /links {longUrl customAlias} 201 {code}",
    "GET /{code} 302",
  ],
  "names before the methods": [
    "createLink: POST /links {url: uri} -> {code}\nresolve: GET /{code} -> redirect",
    "POST /links {url} 200 {code}",
    "GET /{code} 302",
  ],
  "an example and its answer in one line": [
    '1) POST /links\n   { "url": "https://x.y/z" }   →   201 { "code": "abc" }\n2) GET /links/:code  → 301 Moved',
    "POST /links {url} 201 {code}",
    "GET /links/{code} 301",
  ],
  "brackets over many lines, one behind the other, with comments inside": [
    `POST /links {
  url: uri,       /* the target */
  alias?: string  // {4,32}
} -> 201 {
  code,
  short
}
GET /{code} -> 302`,
    "POST /links {url alias} 201 {code short}",
    "GET /{code} 302",
  ],
  "small letters": [
    "post /links {url:uri} -> 201 {code}\nget /{code} -> 302",
    "POST /links {url} 201 {code}",
    "GET /{code} 302",
  ],
  "bold methods over a list": [
    "**POST** `/links`\n- body: `{ url: uri }`\n- response: `201 { code }`\n\n**GET** `/{code}`\n- response: `302`",
    "POST /links {url} 201 {code}",
    "GET /{code} 302",
  ],
  "comments, one of them a line left out": [
    "POST /links {url: uri} -> 201 {code} # creates\n# GET /old -> 200\nGET /{code} -> 302 | 404 // redirect",
    "POST /links {url} 201 {code}",
    "GET /{code} 302 404",
  ],
  "a request as it goes over the wire": [
    `POST /links HTTP/1.1
Content-Type: application/json
Idempotency-Key: 123e4567-e89b-12d3-a456-426614174000

{"url": "https://example.com/a"}

HTTP/1.1 201 Created
{"code": "abc"}

GET /{code} HTTP/1.1

HTTP/1.1 302 Found`,
    "POST /links {url} 201 {code}",
    "GET /{code} 302",
  ],
  "a table of fields for each body, and one of statuses": [
    `## POST /links

| Field | Type | Required |
|---|---|---|
| url | uri | yes |
| alias | string | no |

**Success (201)**

| Field | Type |
|---|---|
| code | string |

| Status | When |
|---|---|
| 409 | alias taken |`,
    "POST /links {url alias} 201 {code} 409",
  ],
  "statuses between commas": [
    "POST /links  body {url}, 201 {code}, 400 / 409\nDELETE /links/:code      204\nGET /:code  302",
    "POST /links {url} 201 {code} 400 409",
    "DELETE /links/{code} 204",
    "GET /{code} 302",
  ],
  "statuses in a column of their own, with words behind them": [
    "POST /links    {url}\n               201 {code}   new\nGET /{code}    301 Location: url, Cache-Control: public\n               404\nDELETE /links/{code}   204 nothing",
    "POST /links {url} 201 {code}",
    "GET /{code} 301 404",
    "DELETE /links/{code} 204",
  ],
  "calls with an explanation": [
    "shorten(url) — POST /links, body {url}, 201 {code}\nopen(code) — GET /{code}, 302",
    "POST /links {url} 201 {code}",
    "GET /{code} 302",
  ],
};

test.each(Object.entries(hands))("%s", (_, [text, ...expected]) => {
  const { tell, findings } = reporter("api", linesOf(text));
  const { endpoints } = readApi(text, tell);
  expect(findings).toEqual([]);
  const read = endpoints.map(({ endpoint: { opId, body, responses } }) =>
    [opId, namesIn(body), ...responses.flatMap(({ status, schema }) => [String(status), namesIn(schema)])]
      .filter((part) => part !== "")
      .join(" "),
  );
  expect(read).toEqual(expected);
});

function namesIn(schema: unknown): string {
  if (typeof schema !== "object" || schema === null || !("properties" in schema)) return "";
  return `{${Object.keys(schema.properties ?? {}).join(" ")}}`;
}

test("prose that refuses what is no URL makes the field one, and other prose does not", () => {
  const formatOf = (prose: string): unknown => {
    const { endpoints } = readApi(`POST /links {url, note} -> 201 {code}\n${prose}\nGET /{code} -> 302\n`, () => {});
    const [shorten] = endpoints;
    const body: unknown = shorten?.endpoint.body;
    const properties = isRecord(body) ? body["properties"] : undefined;
    return JSON.stringify([properties, shorten?.endpoint.responses.map(({ status }) => status)]);
  };
  const checked = '[{"url":{"type":"string","format":"uri"},"note":{}},[201,400]]';
  expect(formatOf("400 if the URL is invalid")).toBe(checked);
  expect(formatOf("Malformed links are answered with a 400.")).toBe(checked);
  expect(formatOf("  400 bei ungültiger URL")).toBe(checked);
  expect(formatOf("400 if the body is invalid")).toBe('[{"url":{},"note":{}},[201,400]]');
  expect(formatOf("An invalid URL is nobody's problem.")).toBe('[{"url":{},"note":{}},[201]]');
});
