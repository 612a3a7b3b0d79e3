import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(line: string) {
  const text = `# API

${line}

request: \`{"member_id": 3}\`
response 201: \`{"lock_id": "..."}\`
409 if it is locked or sold, 404 if there is none

GET /things/{id} -> 200
`;
  const { tell, findings } = reporter("api", linesOf(text));
  return { endpoints: readApi(text, tell).endpoints.map(({ endpoint }) => endpoint), findings };
}

test.each([
  "**1. Lock** `POST /seats/{id}/lock`",
  "**Sperren (ein Sitz)** – `POST /seats/{id}/lock`",
  "- **座席を確保**: `POST /seats/{id}/lock`",
  "**Lock** (`POST /seats/{id}/lock`)",
  "__Lock__ POST /seats/{id}/lock",
  "### 1. Lock `POST /seats/{id}/lock`",
  "### Réserver : `POST /seats/{id}/lock`",
  "#### Réserver une place — POST /seats/{id}/lock",
  "### Lock (`POST /seats/{id}/lock`)",
])("an endpoint stands behind what it is called: %s", (line) => {
  const { endpoints, findings } = read(line);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /seats/{id}/lock",
      body: { properties: { member_id: {} } },
      responses: [{ status: 201, schema: { properties: { lock_id: {} } } }, { status: 404 }, { status: 409 }],
    },
    { opId: "GET /things/{id}" },
  ]);
});

test.each([
  "We call `POST /seats/{id}/lock` first.",
  "**Note** that `POST /seats/{id}/lock` is slow.",
  "## Why `POST /seats/{id}/lock` is slow",
])("an endpoint that is spoken of is none: %s", (line) => {
  expect(read(line).endpoints.map(({ opId }) => opId)).toEqual(["GET /things/{id}"]);
});
