import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readApi } from "./read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  return { endpoints: readApi(text, tell).endpoints.map(({ endpoint }) => endpoint), findings };
}

const asJson = { required: ["url"], properties: { url: { type: "string", format: "uri" } } };

test.each([
  "POST /links\n  body: text/plain, the URL itself\n  201\n",
  "POST /links (the long URL as plain text) -> 201\n",
  "## POST /links\n\n- Corps : l'url en texte brut\n- 201\n",
  "POST /links\nContent-Type: text/plain\n\nthe url\n\nHTTP/1.1 201 Created\n",
  "| Method | Path | Body | Response |\n|--|--|--|--|\n| POST | /links | text/plain: the URL | 201 |\n".replace(
    "URL",
    "link",
  ),
])("a body that is the URL itself is sent as its one field, and that is told: %j", (text) => {
  const { endpoints, findings } = read(text);
  expect(endpoints[0]?.body).toMatchObject(text.includes("Content-Type") ? { required: ["text"] } : asJson);
  expect(findings).toMatchObject([{ severity: "warning", rule: "media-type" }]);
});

test("in OpenAPI a body and an answer of plain text are read alike", () => {
  const { endpoints, findings } = read(`openapi: 3.1.0
paths:
  /links:
    post:
      summary: Shorten a URL
      requestBody: { content: { text/plain: { schema: { type: string } } } }
      responses: { "201": { description: made, content: { text/plain: { schema: { type: string } } } } }
`);
  expect(endpoints).toMatchObject([{ body: asJson, responses: [{ status: 201 }] }]);
  expect(endpoints[0]?.responses[0]).not.toHaveProperty("schema");
  expect(findings).toMatchObject([{ severity: "warning", rule: "media-type", line: 6 }]);
});

test("an answer in plain text, and a body that is said to be none, make no body a text", () => {
  const { endpoints, findings } = read(
    "POST /links {url: uri, note?: string}\n- JSON, no plain text\n- 400 text/plain: what is wrong\n- 201\n",
  );
  expect(endpoints).toMatchObject([{ body: { properties: { note: {} } } }]);
  expect(findings).toEqual([]);
});
