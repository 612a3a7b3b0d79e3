import { expect, test } from "vitest";
import { isRecord } from "../../bind/fields.ts";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string): string[] {
  const { tell, findings } = reporter("api", linesOf(text));
  const endpoints = readApi(text, tell).endpoints.map(({ endpoint: { opId, body, responses } }) => {
    const properties = isRecord(body) ? body["properties"] : undefined;
    const sent = isRecord(properties) ? ` {${Object.keys(properties).join(" ")}}` : "";
    return `${opId}${sent} ${responses.map(({ status }) => status).join(" ")}`;
  });
  return [...endpoints, ...findings.map(({ severity, line, rule }) => `${severity} ${line} ${rule}`)];
}

test.each([
  ["of a path alone", `curl -X POST /api/reservations/ -d '{"seat": 42}'`],
  ["in quotes, in a list", `- \`curl -X POST "/api/reservations/" -d '{"seat": 42}'\``],
  ["with its method close to its option", `$ curl -XPOST /api/reservations/ -d '{"seat": 42}'`],
  ["with its method behind the URL", `curl https://tickets.example/api/reservations/ -X POST -d '{"seat": 42}'`],
  ["over several lines", `curl -s -X POST \\\n  /api/reservations/ \\\n  -d '{"seat": 42}'`],
  ["with its method in the last line", `curl /api/reservations/ \\\n  -X POST -d '{"seat": 42}'`],
  ["with data and no method", `curl /api/reservations/ \\\n  --data-raw '{"seat": 42}'`],
  ["with options that take a word", `curl -o /dev/null -w %{http_code} $HOST/api/reservations/ -d '{"seat": 42}'`],
  ["of a form", `curl -d seat=42 https://tickets.example/api/reservations/`],
  ["of a form in quotes", `curl /api/reservations/ --data-urlencode 'seat=A 12'`],
  ["with escaped quotes", `curl -X POST /api/reservations/ -d "{\\"seat\\": 42}"`],
])("a command %s is an endpoint", (_how, command) => {
  expect(read(`### Hold a seat\n\n${command}\n\n201 {"id": "0b0e…"}\n`)).toEqual([
    "POST /api/reservations/ {seat} 201",
  ]);
});

test("what commands are answered stands below them, and a word about curl is no command", () => {
  const text = `Everything by curl /dev or not.

    curl -X POST /api/reservations/ -d '{"seat": 42}'

    201 {"id": "0b0e…"}
    409 {"detail": "taken"}

    curl -X DELETE /api/reservations/0b0e…

    204
`;
  expect(read(text)).toEqual([
    "POST /api/reservations/ {seat} 201 409",
    "DELETE /api/reservations/{reservation_id} 204",
  ]);
});

test("fields of a form are what their values show", () => {
  const { tell } = reporter("api", linesOf(""));
  const [read] = readApi(
    'curl sho.rt/links -d \'url=https://a.b/c&days=3\' -d note=x\n201 {"code": "a1"}\n',
    tell,
  ).endpoints;
  expect(read?.endpoint.body).toMatchObject({
    properties: { url: { type: "string", format: "uri" }, days: {}, note: { type: "string" } },
  });
});
