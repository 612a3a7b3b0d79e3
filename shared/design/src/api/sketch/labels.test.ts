import { expect, test } from "vitest";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  return { endpoints: readApi(text, tell).endpoints.map(({ endpoint }) => endpoint), findings };
}

test.each([
  ["Corps", "En-tête obligatoire", "Réponse"],
  ["Cuerpo", "Cabecera", "Respuesta"],
  ["Corpo (JSON)", "Cabeçalho", "Resposta"],
  ["**Anfrage**", "Kopfzeile", "Antwort"],
  ["Richiesta", "Intestazione", "Risposta"],
])("what stands below an endpoint behind %s is its body", (body, header, answer) => {
  const { endpoints, findings } = read(`## POST /links

- ${header} \`Cle-Client\`: 1 to 100 signs
- ${body} : \`{ "url": "https://…" }\`
- ${answer} 201 : \`{ "code": "aZ81kQp" }\`, \`Cache-Control: no-store\`
`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      body: { properties: { url: { format: "uri" } } },
      parameters: [{ name: "Cle-Client", in: "header" }],
      responses: [{ status: 201, schema: { properties: { code: {} } } }],
    },
  ]);
});

test("method and path stand on lines of their own in any language", () => {
  const { endpoints } = read(
    "- Método: POST\n- Ruta: /enlaces\n- Cuerpo: {url}\n\n- Methode: GET\n- Pfad: /{code}\n- 302\n",
  );
  expect(endpoints.map(({ opId }) => opId)).toEqual(["POST /enlaces", "GET /{code}"]);
});

test("short labels, and labels with a word more, say what is sent and answered", () => {
  const { endpoints, findings } = read(`- http: POST /seats/{id}/hold
  in: { user_id }
  out: 201 { hold_id }
  err: 404 no seat, 409 taken

Endpoint: POST /enlaces
Petición: { "url": "https://ejemplo.com" }
Respuesta exitosa: 201 { "codigo": "aB3" }
`);
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    {
      body: { properties: { user_id: {} } },
      responses: [{ status: 201, schema: { properties: { hold_id: {} } } }, { status: 404 }, { status: 409 }],
    },
    {
      body: { properties: { url: {} } },
      responses: [{ status: 201, schema: { properties: { codigo: {} } } }],
    },
  ]);
});

test("a command's name may stand in a column before its method", () => {
  const { endpoints } = read(`HoldSeat     POST /commands/hold-seat   { seat_id, fan_id }
             201 { hold_id }
             409 { reason }
SeatMap\tGET  /shows/:show_id/seats
             200 { seats: [] }
`);
  expect(endpoints).toMatchObject([
    {
      opId: "POST /commands/hold-seat",
      body: { properties: { seat_id: {}, fan_id: {} } },
      responses: [{ status: 201, schema: { properties: { hold_id: {} } } }, { status: 409 }],
    },
    { opId: "GET /shows/{show_id}/seats" },
  ]);
  expect(read("Then  somebody calls POST /x").endpoints).toEqual([]);
});

test.each([
  ["请求:", "返回:"],
  ["リクエスト：", "レスポンス："],
  ["Запрос:", "Ответ:"],
  ["corpo     ", "resposta:"],
  ["Cuerpo ", "Respuesta:"],
])("what stands behind %s is sent, with a colon of any script or none", (sent, answered) => {
  const { endpoints, findings } = read(
    `POST /links\n  ${sent}{ "url": "https://…" }\n  ${answered} 201 { "code": "aB3" }\n`,
  );
  expect(findings).toEqual([]);
  expect(endpoints).toMatchObject([
    { body: { properties: { url: {} } }, responses: [{ status: 201, schema: { properties: { code: {} } } }] },
  ]);
});
