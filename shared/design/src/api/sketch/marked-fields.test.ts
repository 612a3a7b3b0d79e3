import { expect, test } from "vitest";
import { isRecord } from "../../bind/fields.ts";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

const namesOf = (schema: unknown): string => {
  if (!isRecord(schema) || !isRecord(schema["properties"])) return "";
  const required: unknown[] = Array.isArray(schema["required"]) ? schema["required"] : [];
  return Object.keys(schema["properties"])
    .map((name) => (required.includes(name) ? name : `${name}?`))
    .join(" ");
};

function read(below: string, method = "POST"): string[] {
  const text = `### \`${method} /links\`\n${below}\n`;
  return readApi(text, reporter("api", linesOf(text)).tell).endpoints.map(
    ({ endpoint: { body, parameters, responses } }) =>
      `(${namesOf(body)}) ${parameters.map(({ name }) => name).join(" ")} -> ${responses
        .map(({ status, schema }) =>
          `${status} ${isRecord(schema) && schema["type"] === "array" ? "list" : namesOf(schema)}`.trim(),
        )
        .join(" | ")}`,
  );
}

test.each([
  [
    "Header `X-Account`. Body `destination` (the URL) and `client_ref` (any text, the client's own).\n\nReturns `201` with `slug`, `destination`.",
    "(destination client_ref) X-Account -> 201 slug destination",
  ],
  [
    "Header `X-User`. The JSON body has `url` and an optional `alias`. Returns 201 with `code`.",
    "(url alias?) X-User -> 201 code",
  ],
  [
    "Kopfzeile `X-Benutzer`. Rumpf `url` (Pflicht) und `kuerzel` (optional).\n201 {code}",
    "(url kuerzel?) X-Benutzer -> 201 code",
  ],
  ["Cabecera `X-Cliente`; cuerpo con `url` y `alias` (opcional)\n201 {code}", "(url alias?) X-Cliente -> 201 code"],
  ["Needs `X-Account` header — body: `url`, `ref?`\n201 {code}", "(url ref?) X-Account -> 201 code"],
])("a sentence about the body behind another names its fields in backticks: %s", (below, expected) => {
  expect(read(below)).toEqual([expected]);
});

test.each([
  "Bad body `url` never reaches us. 201 {code}",
  "No body. `url` is a column. 201 {code}",
  "The rest of the body (`url`) is kept. 201 {code}",
])("a sentence that speaks of something else names none: %s", (below) => {
  expect(read(below)[0]).toMatch(/^\(\)/);
});

test.each([
  ["Header `X-Account`. `200`, list of own links", "() X-Account -> 200 list"],
  ["Kopfzeile `X-Benutzer` (Pflicht), 200 {links}", "() X-Benutzer -> 200 links"],
])("a status that stands behind a header is answered: %s", (below, expected) => {
  expect(read(below, "GET")).toEqual([expected]);
});
