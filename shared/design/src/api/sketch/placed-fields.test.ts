import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  return { endpoints: readApi(text, tell).endpoints.map(({ endpoint }) => endpoint), findings };
}

test.each([
  ["| field | where | required | |", "header", "body", "query", "yes", "no"],
  ["| In | Name | Type | Required |", "header", "JSON body", "query string", "✓", ""],
  ["| Campo | Onde | Obrigatório |", "cabeçalho", "corpo", "query", "sim", "não"],
  ["| Feld | Wo | Pflicht | Bedeutung |", "Header", "Body", "Query", "ja", "nein"],
  ["| Nome | Em | Obrigatório |", "header", "body", "query", "sim", "não"],
  ["| Champ | Où | Obligatoire |", "en-tête", "corps", "query", "oui", "non"],
  ["| Parámetro | Ubicación | Opcional |", "cabecera", "cuerpo", "query", "no", "sí"],
])("a table whose head is %s says where each field of a request is sent", (head, header, body, query, yes, no) => {
  const columns = head.split("|").map((cell) => cell.trim());
  const row = (name: string, place: string, needed: string): string => {
    const cells: Record<string, string> = { Type: "string" };
    return columns
      .map((column) =>
        /^(?:field|name|nome|campo|feld|champ|parámetro)$/i.test(column)
          ? `\`${name}\``
          : /^(?:where|in|em|onde|wo|où|ubicación)$/i.test(column)
            ? place
            : /^(?:required|obrigatório|pflicht|obligatoire|opcional)$/i.test(column)
              ? needed
              : (cells[column] ?? ""),
      )
      .join(" | ");
  };
  const { endpoints, findings } = read(`## Create

\`POST /links\`

${head}
|${"---|".repeat(columns.length - 2)}
${row("X-Account-Id", header, yes)}
${row("url", body, yes)}
${row("clientToken", body, no)}
${row("dry", query, no)}

Response \`201 Created\`

    {"code": "4fK2pQ"}
`);
  expect(findings).toEqual([]);
  const [links] = endpoints;
  expect(links?.body).toMatchObject({ required: ["url"], properties: { url: {}, clientToken: {} } });
  expect(JSON.stringify(links?.body)).not.toContain("Account");
  expect(links?.parameters).toMatchObject([
    { name: "dry", in: "query" },
    { name: "X-Account-Id", in: "header", required: true },
  ]);
});

test("a column of bodies and parameters holds a body where one is written", () => {
  const { endpoints, findings } = read(`| Method | Path | Body / params | Answers |
|---|---|---|---|
| POST | \`/links\` | \`{"url": "https://example.com"}\` | **201** new, **400** |
| GET | \`/links\` | \`?limit=50&after=<cursor>\` | **200** |
| GET | \`/folders\` | \`limit\`, \`after\` | **200** |
| GET | \`/{code}\` | \`code\` | **302** |
`);
  expect(findings).toEqual([]);
  const query = [{ name: "limit", in: "query" }, { name: "after" }];
  expect(endpoints).toMatchObject([
    { body: { properties: { url: { format: "uri" } } } },
    { parameters: query },
    { parameters: query },
    { parameters: [{ name: "code", in: "path" }] },
  ]);
});

test("an item of a list says behind a name where it is sent, and one of the answers does not", () => {
  const { endpoints, findings } = read(`## POST /links

Parameters:
- \`X-Account-Id\` (header, required): who calls
- \`url\` (body, required): what is shortened
- \`clientToken\` (body, optional): for retries
- \`dry\` (query): try only

- 201 {code}
- Location (header): where it is

## POST /kurz
- Tenant-Id: string, header, required
- url: url, in the body
- note: string in body, optional
- 201 {code}

POST /u
  url (body)
  Idempotency-Key (header)
  => 201 { code }
`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      body: { required: ["url"], properties: { url: {}, clientToken: {} } },
      parameters: [
        { name: "dry", in: "query" },
        { name: "X-Account-Id", in: "header", required: true },
      ],
    },
    {
      body: { required: ["url"], properties: { url: { format: "uri" }, note: {} } },
      parameters: [{ name: "Tenant-Id", in: "header", required: true }],
    },
    { body: { required: ["url"] }, parameters: [{ name: "Idempotency-Key", in: "header" }] },
  ]);
});
