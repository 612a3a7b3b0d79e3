import { loadPublicProblem, problemsDir } from "@proofroom/problems/public";
import { beforeAll, expect, test } from "vitest";
import { loadReader, readWhole } from "../read.ts";
import { offersOf } from "./offers.ts";

beforeAll(() => loadReader());

const shortener = loadPublicProblem(problemsDir, "url-shortener").capabilities;
const tickets = loadPublicProblem(problemsDir, "ticket-booking").capabilities;
const urls = `create table urls (short_code text primary key, long_url text not null, idem_key text unique);\n`;

/** The API document once every endpoint that is missing has been inserted. */
function whole(api: string, schema = urls, capabilities = shortener): string {
  let text = api;
  for (const [name, { required }] of Object.entries(capabilities)) {
    const offers = offersOf(readWhole({ schema, api: text, design: "" }, capabilities)).capabilities;
    for (const { from, to, insert } of required ? (offers[name]?.edits ?? []) : [])
      text = text.slice(0, from) + insert + text.slice(to);
  }
  return text;
}

test("an empty document and a sketch get a line each, in the words of their table", () => {
  const lines = `POST /urls {long_url: uri} [Idempotency-Key] -> 201 {short_code}
  x-capability: shorten
GET /{short_code} -> 302 | 404
  x-capability: resolve
`;
  expect(whole("")).toBe(lines);
  expect(whole("GET /health -> 200\n")).toBe(`GET /health -> 200\n${lines}`);
  expect(whole("", "")).toContain("POST /shorten {url: uri} -> 201 {code}\n");
});

test("a way that another endpoint answers is left to it", () => {
  expect(whole("POST /urls {owner: string, name: string, more: string} -> 204\n  x-capability: list\n")).toContain(
    "POST /shorten/urls {long_url: uri}",
  );
});

test("YAML gets a path of its own, or a method under the one that is there", () => {
  const api = "openapi: 3.1.0\npaths:\n    /urls:\n        get: { responses: { '200': { description: ok } } }\n";
  const text = whole(api);
  expect(text).toMatch(/^openapi: 3\.1\.0\npaths:\n {4}\/\{short_code\}:\n {6}get:\n {8}x-capability: resolve\n/);
  expect(text).toMatch(/\n {4}\/urls:\n {8}post:\n {10}x-capability: shorten\n[^]*\n {8}get: \{ responses/);
});

test("JSON stays JSON, as OpenAPI, as Swagger and as a list", () => {
  const openApi: unknown = JSON.parse(whole('{"openapi": "3.1.0"}'));
  expect(openApi).toMatchObject({
    paths: {
      "/urls": { post: { "x-capability": "shorten", requestBody: { required: true } } },
      "/{short_code}": { get: { "x-capability": "resolve", responses: { 302: {}, 404: {} } } },
    },
  });
  const swagger: unknown = JSON.parse(whole('{\n\t"swagger": "2.0",\n\t"paths": { }\n}'));
  expect(swagger).toMatchObject({
    paths: {
      "/urls": {
        post: {
          parameters: [
            { in: "header", type: "string" },
            { in: "body", schema: {} },
          ],
        },
      },
    },
  });
  const list: unknown = JSON.parse(whole('{"endpoints": [{"method": "GET", "path": "/health", "status": 200}]}'));
  expect(list).toMatchObject({ endpoints: [{ path: "/{short_code}" }, { path: "/urls" }, { path: "/health" }] });
});

test("a row whose key has several columns is named by all of them", () => {
  const seats = `create table seats (event_id int, seat_no text, status text default 'free' check (status in ('free', 'held', 'sold')),
  hold_id uuid, held_until timestamptz, user_id text, primary key (event_id, seat_no));`;
  expect(whole("", seats, tickets)).toBe(`POST /seats/{event_id}/{seat_no}/hold {user: string} -> 201 {hold_id} | 409
  x-capability: hold
POST /confirm {hold_id: string, user_id: string} -> 201 {booking_id} | 409
  x-capability: confirm
`);
});

test("where the document cannot be read nothing is written into it", () => {
  expect(whole('{"openapi": "3.1.0", "paths": {')).toBe('{"openapi": "3.1.0", "paths": {');
  expect(whole("openapi: 3.1.0\npaths: [\n")).toBe("openapi: 3.1.0\npaths: [\n");
});
