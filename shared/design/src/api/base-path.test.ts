import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readApi } from "./read-api.ts";

test("the nearest server says what stands before a path, and a variable of it is its default", () => {
  const text = `openapi: 3.1.0
servers: [{ url: "https://api.sho.rt/{version}", variables: { version: { default: v1 } } }]
paths:
  /links:
    post: { responses: { "201": { description: Made } } }
    get:
      servers: [{ url: "https://{host}/v2/", variables: { host: { default: api.sho.rt } } }]
      responses: { "200": { description: Done } }
  /{code}:
    servers: [{ url: "https://sho.rt" }]
    get: { responses: { "302": { description: Found } } }
`;
  const { tell } = reporter("api", linesOf(text));
  expect(readApi(text, tell).endpoints.map(({ endpoint }) => endpoint.opId)).toEqual([
    "POST /v1/links",
    "GET /v2/links",
    "GET /{code}",
  ]);
});
