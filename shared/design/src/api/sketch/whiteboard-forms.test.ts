import { expect, test } from "vitest";
import { isRecord } from "../../bind/fields.ts";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

const namesOf = (schema: unknown): string =>
  isRecord(schema) && isRecord(schema["properties"]) ? Object.keys(schema["properties"]).join(" ") : "";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const { endpoints } = readApi(text, tell);
  const said = endpoints.map(({ endpoint: { opId, body, parameters, responses } }) => {
    const headers = parameters.flatMap((one) => (one.in === "header" ? one.name : []));
    return `${opId} {${namesOf(body)}} ${headers.join()}-> ${responses.map(({ status }) => status).join(" ")}`.trim();
  });
  return { said, findings, bodies: endpoints.map(({ endpoint }) => JSON.stringify(endpoint.body)) };
}

test("the form of books is read: paths without slashes and braces, a type that says what it is, a redirect in words", () => {
  const { said, bodies, findings } = read(`POST api/v1/data/shorten
• request parameter: {longUrl: longURLString}
• return shortURL

GET api/v1/shortUrl
• Return longURL for HTTP redirection
`);
  expect(said).toEqual(["POST /api/v1/data/shorten {longUrl} -> 201", "GET /api/v1/{shortUrl} {} -> 302"]);
  expect(bodies[0]).toContain('"format":"uri"');
  expect(findings).toEqual([]);
});

test.each([
  ["POST /hold     body: seatId, userId     200 ok / 409 taken", "POST /hold {seatId userId} -> 200 409"],
  [
    "POST /confirm  body: seatId, userId, header: Idempotency-Key   200 booking / 410 expired",
    "POST /confirm {seatId userId} Idempotency-Key-> 200 410",
  ],
  ["POST /hold   seatId, userId   201 / 409", "POST /hold {seatId userId} -> 201 409"],
  ["POST /links | url, alias? | 201 code", "POST /links {url alias} -> 201"],
  [
    "POST /confirm   req: seatId, userId; headers: Idempotency-Key   resp: 200 bookingId",
    "POST /confirm {seatId userId} Idempotency-Key-> 200",
  ],
  ["GET  /{code}          302   404", "GET /{code} {} -> 302 404"],
  ["POST /links   create, shorten   201", "POST /links {} -> 201"],
])("runs of blanks are columns: %s", (line, said) => {
  expect(read(line).said).toEqual([said]);
});

test.each([
  ["GET /events/event_id/seats -> 200", "GET /events/{event_id}/seats {} -> 200"],
  ["POST /seats/seatId/hold -> 201", "POST /seats/{seatId}/hold {} -> 201"],
  ["POST /links {url} -> 201 {links}\nGET /links -> 200", "GET /links {} -> 200"],
  ["POST /links {url} -> 201 {short}\nGET /short -> 302", "GET /{short} {} -> 302"],
  ["GET /v1/hotels/ID/rooms/ID -> 200", "GET /v1/hotels/{hotel_id}/rooms/{room_id} {} -> 200"],
  ["GET /auth/openid -> 200", "GET /auth/openid {} -> 200"],
])("what can only be one thing's id stands for it: %s", (text, said) => {
  expect(read(text).said.at(-1)).toBe(said);
});

test.each([
  ["Returns: redirect to longUrl", "302"],
  ["Antwort: Weiterleitung zur langen URL", "302"],
  ["Réponse : redirection vers l'URL d'origine", "302"],
  ["Redirects to the original URL, 301", "301"],
  ["• 301 redirect to the long URL", "301"],
  ["• response: 307, 404 if nobody made it", "307 404"],
  ["Returns the link, no redirect", ""],
])("a line below says that its endpoint redirects: %s", (line, status) => {
  expect(read(`GET /{code}\n  ${line}\n`).said).toEqual([`GET /{code} {} -> ${status}`.trim()]);
});

test("prose about methods is no endpoint", () => {
  expect(
    read("POST /links {url} -> 201\nPUT and/or PATCH would change it.\nGET read/write access first.\n").said,
  ).toEqual(["POST /links {url} -> 201"]);
});

test("what stands between two arrows is sent, and what stands behind the second is answered", () => {
  const { said, findings } =
    read(`* \`PUT /link\` → \`{"href": "https://…"}\` → \`200 {"token": "…", "link": "https://s.io/…"}\`
POST /links -> {url: uri, owner?: string} -> 201 {code} | 409
GET /{code} -> {"url": "https://…"} -> 200
`);
  expect(said.map((one) => one.split(" -> ")[0])).toEqual([
    "PUT /link {href}",
    "POST /links {url owner}",
    "GET /{code} {}",
  ]);
  expect(said[1]).toContain("-> 201 409");
  expect(findings).toEqual([]);
});
