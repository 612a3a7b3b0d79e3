import { beforeAll, expect, test } from "vitest";
import { loadReader, readDesign } from "../../read.ts";
import { labelledRow } from "./labelled-row.ts";

beforeAll(loadReader);

const operationIn = (api: string) => readDesign({ schema: "", api, design: "" }, {}).operations[0];

test.each([
  ["Header", "Body", "Response"],
  ["En-tête", "Corps", "Réponse"],
  ["Kopfzeile", "Anfrage", "Antwort"],
  ["Nagłówek", "Treść", "Odpowiedź"],
  ["Koptekst", "Invoer", "Antwoord"],
])("a table of two columns below an endpoint names its parts: %s, %s, %s", (header, body, answer) => {
  const operation = operationIn(`## \`POST /shorten\`

| | |
|---|---|
| ${header} | \`Idempotency-Key\` (optional, max 128 chars) |
| ${body} | \`{"long_url": "https://..."}\` |
| ${answer} | 201 \`{"code": "q7RtW2x"}\` |
`);
  expect(operation?.parameters).toMatchObject([{ in: "header", name: "Idempotency-Key" }]);
  expect(operation?.body).toMatchObject({ properties: { long_url: {} } });
  expect(operation?.responses).toMatchObject([{ status: 201, schema: { properties: { code: {} } } }]);
});

test.each([
  "| Header | Meaning |",
  "| Body | no |",
  "| long_url | `https://…` |",
  "| Body | `url` | required |",
  "Body: {url}",
])("any other line stays as it is: %s", (text) => {
  expect(labelledRow({ text, from: 7 })).toEqual({ text, from: 7 });
});

test("each sign keeps its place", () => {
  expect(labelledRow({ text: "| Body | {url} |", from: 7 })).toEqual({ text: "  Body : {url}  ", from: 7 });
});
