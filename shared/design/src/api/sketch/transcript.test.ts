import { expect, test } from "vitest";
import { isRecord } from "../../bind/fields.ts";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const endpoints = readApi(text, tell).endpoints.map(({ endpoint: { opId, responses } }) =>
    [opId, ...responses.map(({ status, schema }) => `${status}${namesIn(schema)}`)].join(" "),
  );
  return { endpoints, findings: findings.map(({ severity, line, rule }) => `${severity} ${line} ${rule}`) };
}

function namesIn(schema: unknown): string {
  const items = isRecord(schema) ? schema["items"] : undefined;
  const properties = isRecord(items) ? items["properties"] : isRecord(schema) ? schema["properties"] : undefined;
  return isRecord(properties) ? `{${Object.keys(properties).join(" ")}}` : "";
}

test("ids in the paths of a transcript stand for what their collections hold, and what is refused shows a refusal", () => {
  const text = `### hold
POST /events/12/seats/0c9d7b7e-5a0d-4f35-8a5e-8d9a2e7f4b14/holds HTTP/1.1
Content-Type: application/json

{"user": 3}

HTTP/1.1 201 Created

{"hold_id": "5e0b5d0c-2a2f-4a9f-8a4b-6f9f4bfb2d77"}

### the same again
POST /events/12/seats/0c9d7b7e-5a0d-4f35-8a5e-8d9a2e7f4b14/holds HTTP/1.1

{"user": 3}

HTTP/1.1 409 Conflict

{"error": "taken"}

### look
GET /holds/5e0b5d0c-2a2f-4a9f-8a4b-6f9f4bfb2d77 HTTP/1.1

HTTP/1.1 200 OK

### one that nobody made
GET /holds/nothing HTTP/1.1

HTTP/1.1 404 Not Found
`;
  expect(read(text)).toEqual({
    endpoints: [
      "POST /events/{event_id}/seats/{seat_id}/holds 201{hold_id} 409{error}",
      "GET /holds/{hold_id} 200 404",
    ],
    findings: [],
  });
});

test("an example of a request that is described above is one endpoint with it", () => {
  const text = `- \`POST /seats/:seat_id/holds\` {user} → 201 \`{id}\` · 409 \`{error}\`

\`\`\`
POST /seats/8f6b…/holds
{"user": 3}

201
{"id": "c2d1…"}
\`\`\`
`;
  expect(read(text)).toEqual({ endpoints: ["POST /seats/{seat_id}/holds 201{id} 409{error}"], findings: [] });
});

test.each(["localhost:8080", "$API", "{{base}}", "tickets.example:80", "api.example.com"])(
  "a call of curl to %s says its path without a scheme",
  (host) =>
    expect(read(`$ curl -s ${host}/seats\n[\n  {"id": 1, "free": true},\n  {"id": 2, "free": false}\n]\n`)).toEqual({
      endpoints: ["GET /seats 200{id free}"],
      findings: [],
    }),
);

test("an example or an answer with a word where a field belongs is told and stops nothing, a body of no field does", () => {
  const text =
    'GET /seats\n\n200\n```json\n{"seats": 3, * and so on }\n```\n\nGET /health -> 200 {* }\nPOST /seats {* }\n';
  const { endpoints, findings } = read(text);
  expect(endpoints).toEqual(["GET /seats 200{seats}", "POST /seats", "GET /health 200{}"]);
  expect(findings).toEqual(["warning 5 sketch", "warning 8 sketch", "error 9 sketch", "warning 9 no-response"]);
});

test("an example's brackets reach over lines wherever they open", () => {
  const text = `POST /seats/{id}/hold

{ "user": 3,
  "name": "Ann" }

201 { "token": "a",
      "until": "2026-01-01T00:00:00Z" }
`;
  expect(read(text)).toEqual({ endpoints: ["POST /seats/{id}/hold 201{token until}"], findings: [] });
});

test("an example below a status is what that answers, also where another one succeeds", () => {
  const text = `## POST /seats/{id}/hold {user}

**201**

\`\`\`json
{"token": "a"}
\`\`\`

**409** – somebody has it

\`\`\`json
{"fault": "taken"}
\`\`\`
`;
  expect(read(text).endpoints).toEqual(["POST /seats/{id}/hold 201{token} 409{fault}"]);
  const shownLast = '## GET /seats\n\nReturns `200`.\n\n404 if there is no event\n\n```json\n{"seats": 3}\n```\n';
  expect(read(shownLast).endpoints).toEqual(["GET /seats 200{seats} 404"]);
});

test("a path's part is called as the field whose value it is, rather than as one whose URL ends so", () => {
  const text =
    'POST /links {url} -> 201\n\n{"short_url": "https://sho.rt/Ab3dE9f", "code": "Ab3dE9f"}\n\nGET /Ab3dE9f -> 302\n';
  expect(read(text).endpoints[1]).toBe("GET /{code} 302");
});

test("what stands in comments below a request that is shown is what it is answered", () => {
  const text = `# retenir la place 41
curl -X POST https://api.billets.fr/places/41/retenues -d '{"client_id": 9}'
# 201  {"retenue_id":"5c1e...","expire_a":"2025-05-01T18:02:00Z"}
# 409  {"erreur":"place_prise"}
# 404  place inconnue
# 300 places au plus
curl https://api.billets.fr/evenements/3/places
# 200  [{"id":41,"etat":"libre"}, ...]
`;
  expect(read(text)).toEqual({
    endpoints: [
      "POST /places/{place_id}/retenues 201{retenue_id expire_a} 404 409{erreur}",
      "GET /evenements/{evenement_id}/places 200{id etat}",
    ],
    findings: [],
  });
});

test("a script of calls shows in comments what comes back, and what is refused", () => {
  const text = `# 1. shorten
curl -i -X POST http://localhost:3000/api/shorten \\
  -d '{"longUrl": "https://example.com/a"}'
# HTTP/1.1 201 Created
# {"slug":"V1StGXR8_Z","longUrl":"https://example.com/a"}

# no longUrl   -> 400 {"error":"longUrl is missing"}

# 2. open
curl -i http://localhost:3000/V1StGXR8_Z
# HTTP/1.1 302 Found
# Location: https://example.com/a

curl -i http://localhost:3000/doesNotExi
# HTTP/1.1 404 Not Found
`;
  expect(read(text)).toEqual({
    endpoints: ["POST /api/shorten 201{slug longUrl} 400{error}", "GET /{slug} 302 404"],
    findings: [],
  });
});
