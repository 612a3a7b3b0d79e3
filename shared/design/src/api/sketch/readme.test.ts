import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { isRecord } from "../../bind/fields.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const endpoints = readApi(text, tell).endpoints.map(({ endpoint: { opId, line, body, parameters, responses } }) => ({
    opId,
    line,
    sends: isRecord(body) && isRecord(body["properties"]) ? Object.keys(body["properties"]) : [],
    takes: parameters.map(({ name, schema }) =>
      isRecord(schema) && "default" in schema ? `${name}=${String(schema["default"])}` : name,
    ),
    answers: responses.map(({ status }) => status),
  }));
  return { endpoints, findings, told: findings.map(({ line, message }) => `${line} ${message}`) };
}

const overview = `| Method | Path | What |
|---|---|---|
| GET | \`/events/:eventId/seats\` | all seats |
| POST | \`/holds\` | hold a seat |
`;

test("an overview and a section for each are one endpoint, read where more is said of it", () => {
  const text = `${overview}
### POST /holds

\`\`\`json
{ "seatId": "8c1d2c6e-6d34-4e0a-8a1f-1f5b3b0d1a11" }
\`\`\`

Returns \`201\` with

\`\`\`json
{ "id": "f3f0", "expiresAt": "2025-01-01T12:02:00Z" }
\`\`\`

### GET /events/{id}/seats

Returns \`200\` with a list \`[{ "id" }]\`.
`;
  const { endpoints, findings } = read(text);
  expect(findings).toEqual([]);
  expect(endpoints).toEqual([
    { opId: "GET /events/{id}/seats", line: 18, sends: [], takes: ["id"], answers: [200] },
    { opId: "POST /holds", line: 6, sends: ["seatId"], takes: [], answers: [201] },
  ]);
});

test.each([
  [
    "another answer",
    "POST /holds {seat: int} -> 200 {id}\n\nPOST /holds {seat: int, user: int} -> 201 {id}\n",
    "3 POST /holds stands here twice, and not alike: one answers 201, the other 200; keep one of the two.",
  ],
  [
    "another body",
    "POST /holds {place: int} -> 201\nPOST /holds {seat: int, user: int} -> 201 {id}\n",
    "2 POST /holds stands here twice, and not alike: place is sent in only one of them; keep one of the two.",
  ],
  [
    "nothing more",
    "GET /seats/{id} -> 200 {id}\nGET /seats/{seat} -> 200 {id}\n",
    "2 GET /seats/{seat} stands here twice; keep one of the two.",
  ],
])("an endpoint that stands twice and says %s the second time is told", (_, text, message) => {
  expect(read(text).told).toEqual([message]);
});

test.each([
  [
    "answers and a header in one sentence below a heading",
    'POST /holds/{id}/confirm\n\nHeader `Idempotency-Key`. Returns `200 { "id", "status" }`, `409` if it has expired.',
    { takes: ["id", "Idempotency-Key"], answers: [200, 409] },
  ],
  [
    "how it goes wrong, behind what it does",
    "GET /{code}\nLooks the code up and redirects to the long URL with 302; answers `404` where there is none.",
    { takes: ["code"], answers: [302, 404] },
  ],
  [
    "what is no status",
    "GET /links -> 200 [{code}]\nIt returns at most 200 rows and never answers 500, it does not return 404.",
    { takes: [], answers: [200] },
  ],
  [
    "a query in words",
    "GET /links -> 200 [{code}]\nNewest first. Query: `ownerId`, `cursor`, `limit` (default 20).",
    { takes: ["ownerId", "cursor", "limit=20"], answers: [200] },
  ],
  [
    "a query as it is typed",
    "GET /links -> 200 [{code}]\nTakes `?cursor=abc&limit=20`.",
    { takes: ["cursor=abc", "limit=20"], answers: [200] },
  ],
  [
    "a list of parameters",
    "GET /links -> 200 [{code}]\n\nQuery parameters:\n\n- `owner`: whose\n- `limit` (default: 50)\n\nA link is short.\n- quick",
    { takes: ["owner", "limit=50"], answers: [200] },
  ],
  [
    "prose about queries",
    "GET /links -> 200 [{code}]\nQuery: the owner's links. The query `select 1`.",
    { takes: [], answers: [200] },
  ],
  [
    "headers in brackets behind the answer",
    "POST /links {url: uri} -> 201 {code}  [Idempotency-Key] [auth]",
    { takes: ["Idempotency-Key", "Authorization"], answers: [201] },
  ],
])("a README says %s", (_, text, expected) => {
  const { endpoints, findings } = read(text);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([expected]);
});
