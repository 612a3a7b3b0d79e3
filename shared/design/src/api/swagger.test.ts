import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readApi } from "./read-api.ts";
import { writeKey } from "./write-key.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  return { endpoints: readApi(text, tell).endpoints, findings };
}

const swagger = `swagger: "2.0"
info: { title: Links, version: "1" }
basePath: /v1
paths:
  /links:
    post:
      operationId: createLink
      consumes: [application/json]
      parameters:
        - { in: header, name: Idempotency-Key, type: string }
        - in: body
          name: link
          required: true
          schema: { $ref: "#/definitions/NewLink" }
      responses:
        201: { description: made, schema: { $ref: "#/definitions/Link" } }
  /{code}:
    get:
      parameters: [{ in: path, name: code, required: true, type: string, maxLength: 12 }]
      responses: { 302: { description: go }, 404: { description: none } }
definitions:
  NewLink: { type: object, required: [url], properties: { url: { type: string, format: uri } } }
  Link: { type: object, properties: { code: { type: string } } }
`;

test("Swagger 2.0 is read like OpenAPI: base path, bodies, parameters and definitions, each at its line", () => {
  const { endpoints, findings } = read(swagger);
  expect(findings).toEqual([]);
  expect(endpoints.map(({ endpoint }) => endpoint)).toMatchObject([
    {
      opId: "POST /v1/links",
      line: 6,
      operationId: "createLink",
      bodyRequired: true,
      body: { required: ["url"], properties: { url: { format: "uri" } } },
      parameters: [{ name: "Idempotency-Key", in: "header", schema: { type: "string" } }],
      responses: [{ status: 201, line: 16, schema: { properties: { code: { type: "string" } } } }],
    },
    {
      opId: "GET /v1/{code}",
      line: 18,
      parameters: [{ name: "code", in: "path", required: true, schema: { type: "string", maxLength: 12 } }],
      responses: [{ status: 302 }, { status: 404 }],
    },
  ]);
});

test("an answer to a question is written into the Swagger document", () => {
  const [post] = read(swagger).endpoints;
  if (post === undefined) throw new Error("no endpoint");
  const { from, to, insert } = writeKey(swagger, post, "shorten");
  const text = swagger.slice(0, from) + insert + swagger.slice(to);
  expect(text).toContain("    post:\n      x-capability: shorten\n      operationId: createLink\n");
});

test("a Swagger document that is broken is told, and nothing is thrown", () => {
  for (const text of [
    "swagger: '2.0'\npaths: 5",
    "swagger: 2.0\npaths: { /a: { get: [] } }",
    "swagger: '2.0'\npaths: {/a: {get: {parameters: 7, responses: x}}}",
  ])
    expect(read(text).findings.length).toBeGreaterThan(0);
});
