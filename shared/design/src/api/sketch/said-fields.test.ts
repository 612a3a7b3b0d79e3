import { expect, test } from "vitest";
import { isRecord } from "../../bind/fields.ts";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

/** `POST /links (url alias?) 201 code`: each endpoint with the fields that it is sent and answers. */
function read(text: string): string[] {
  const { tell } = reporter("api", linesOf(text));
  return readApi(text, tell).endpoints.map(({ endpoint: { opId, body, responses } }) =>
    [
      `${opId} (${namesIn(body)})`,
      ...responses.map(({ status, schema }) => `${status} ${namesIn(schema)}`.trim()),
    ].join(" "),
  );
}

function namesIn(schema: unknown): string {
  if (!isRecord(schema) || !isRecord(schema["properties"])) return "";
  const required: unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.keys(schema["properties"])
    .map((name) => (required.includes(name) ? name : `${name}?`))
    .join(" ");
}

test("fields behind a word and a colon are what is sent and what is answered", () => {
  expect(read("POST /links\n  Body: url, alias?\n  Returns: code, short_url\nGET /{code}\n  Returns: 302\n")).toEqual([
    "POST /links (url alias?) 201 code short_url",
    "GET /{code} () 302",
  ]);
  expect(read("POST /links\n  in:  url\n  out: code     201\n  err: 400 409\n")).toEqual([
    "POST /links (url) 201 code 400 409",
  ]);
  expect(read("▸ POST /links (url, alias?: string) -> 201 {code}\n")).toEqual(["POST /links (url alias?) 201 code"]);
});

test("the list or the table below such a word names the fields, up to the next line that is none", () => {
  const text = `## Hold

POST /holds

Request body:

| Field | Type | Required | About |
|---|---|---|---|
| seatId | uuid | yes | The seat |
| userId | string | no | Who holds |

Response:

- \`holdId\` (uuid)
- expiresAt (timestamp, optional)

Notes:
- held: for two minutes
`;
  expect(read(text)).toEqual(["POST /holds (seatId userId?) 201 holdId expiresAt?"]);
});

test("words that name no field say nothing of a body or an answer", () => {
  expect(read("POST /links (idempotent) {url}\n  Body: JSON\n  Returns: booking\n  Input: the long URL\n")).toEqual([
    "POST /links (url)",
  ]);
  expect(read("GET /links\n  Params: owner, cursor\n  Returns: 200\n")).toEqual(["GET /links () 200"]);
});

test("a method and a path that stand on lines of their own are one endpoint, whichever comes first", () => {
  const text =
    "- Create\n  - Method: POST\n  - URL: /links\n  - Body: url\n  - Response: 201\n\n**Endpoint:** `/{code}`\n**Method:** GET\n**Response:** 302\n";
  expect(read(text)).toEqual(["POST /links (url) 201", "GET /{code} () 302"]);
});

test("fields with their types behind the path are what is sent, also without braces around them", () => {
  expect(read("POST /links url: uri, owner?: string -> 201 {code}\n")).toEqual(["POST /links (url owner?) 201 code"]);
  expect(read("POST /links url: uri [Idempotency-Key] -> 201 {code}\n")).toEqual(["POST /links (url) 201 code"]);
  expect(read("POST /links note: shortens a link -> 201 {code}\n")).toEqual(["POST /links () 201 code"]);
  expect(read("GET /links url: uri -> 200 {code}\n")).toEqual(["GET /links () 200 code"]);
});
