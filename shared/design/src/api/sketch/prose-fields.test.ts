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
  const said = endpoints.map(
    ({ endpoint: { opId, body, parameters, responses } }) =>
      `${opId} {${namesOf(body)}} ${parameters.flatMap((one) => (one.in === "header" ? one.name : [])).join()}-> ${responses
        .map(({ status, schema }) => `${status} ${namesOf(schema)}`.trim())
        .join(" | ")}`,
  );
  return { said, findings };
}

test.each([
  [
    "`POST /links` takes `url`, `alias` and the header `Idempotency-Key`. It returns 201 with `code`, 409 if taken.",
    "POST /links {url alias} Idempotency-Key-> 201 code | 409",
  ],
  [
    "POST /holds accepts seatId and userId and returns 201 with holdId and expiresAt.",
    "POST /holds {seatId userId} -> 201 holdId expiresAt",
  ],
  ["- POST /links: body has url and optional alias. Returns 201 + {code}.", "POST /links {url alias} -> 201 code"],
  [
    '**Create link.** `POST /links` with JSON body `{ "url": "https://..." }` and an `Idempotency-Key` header. Answers `201` and `{ "code": "a1" }`',
    "POST /links {url} Idempotency-Key-> 201 code",
  ],
  [
    "POST /links (body: url, alias?; header: Idempotency-Key) returns 201 {code}",
    "POST /links {url alias} Idempotency-Key-> 201 code",
  ],
  ["GET /{code}: redirect 302 to the URL, 404 otherwise", "GET /{code} {} -> 302 | 404"],
])("a sentence says what is sent and answered: %s", (text, expected) => {
  expect(read(text)).toEqual({ said: [expected], findings: [] });
});

test.each(["takes a while", "needs the caller's token", "takes no body"])(
  "a sentence about anything else names no field: %s",
  (words) => {
    expect(read(`POST /links ${words} and returns 201 {code}`).said).toEqual(["POST /links {} -> 201 code"]);
  },
);
