import { expect, test } from "vitest";
import { isRecord } from "../../bind/fields.ts";
import { linesOf } from "../../text/lines.ts";
import { reporter } from "../../text/report.ts";
import { readApi } from "../read-api.ts";

const fieldsIn = (schema: unknown): string[] => {
  const fields = isRecord(schema) ? schema["properties"] : undefined;
  return isRecord(fields) ? Object.keys(fields) : [];
};

function read(text: string) {
  const { tell, findings } = reporter("api", linesOf(text));
  const endpoints = readApi(text, tell).endpoints.map(({ endpoint }) => ({
    opId: endpoint.opId,
    sent: endpoint.parameters.map(({ in: where, name }) => `${where} ${name}`),
    body: fieldsIn(endpoint.body),
    answers: endpoint.responses.map(({ status, schema }) => {
      const fields = fieldsIn(schema);
      return fields.length === 0 ? `${status}` : `${status} ${fields.join(" ")}`;
    }),
  }));
  return { endpoints, findings };
}

test.each([
  ["Method", "Path", "Input", "Success", "Errors"],
  ["Methode", "Pfad", "Eingabe", "Erfolg", "Fehler"],
  ["Méthode", "Chemin", "Requête", "Réponse", "Erreurs"],
  ["Método", "Rota", "Corpo", "Resposta boa", "Erros"],
  ["Método", "Ruta", "Cuerpo de la petición", "Éxito", "Errores"],
  ["Metodo", "Percorso", "Richiesta", "Risposta", "Errori"],
  ["Methode", "Pad", "Invoer", "Antwoord", "Fouten"],
  ["Metoda", "Ścieżka", "Żądanie", "Odpowiedź", "Błędy"],
  ["方法", "接口", "入参", "成功", "失败"],
  ["请求方式", "路径", "参数", "返回", "错误码"],
  ["メソッド", "パス", "リクエスト", "成功時", "失敗時"],
  ["메서드", "경로", "요청", "성공", "실패"],
  ["Метод", "Путь", "Запрос", "Успех", "Ошибки"],
])("each cell of a table is read as what its column holds: %s, %s", (...heads) => {
  const { endpoints, findings } = read(`| ${heads.join(" | ")} |
|---|---|---|---|---|
| POST | /links | Header \`X-Client-Id\`, Header \`X-Request-Id\` (UUID), Body \`{"url": "https://..."}\` | **201** \`{"code","shortUrl"}\` new; **200** the same again | 400 \`url_invalid\` (> 8192), 401 |
| GET | /links | \`?limit=\` (1..200, at most 200), \`?before=<id>\` | **200** \`{"items":[{"code","url"}], "next": <id or null>}\` | 401 |
| GET | /{code} | - | **301** with \`Location: <url>\` | 404 (no 7 signs [0-9A-Za-z]) |
`);
  expect(findings).toEqual([]);
  expect(endpoints).toEqual([
    {
      opId: "POST /links",
      sent: ["header X-Client-Id", "header X-Request-Id"],
      body: ["url"],
      answers: ["200", "201 code shortUrl", "400", "401"],
    },
    { opId: "GET /links", sent: ["query limit", "query before"], body: [], answers: ["200 items next", "401"] },
    { opId: "GET /{code}", sent: ["path code"], body: [], answers: ["301", "404"] },
  ]);
});

test("columns stand in any order, a bar in braces parts no cells, and headers and queries may have their own", () => {
  const { endpoints, findings } = read(`| Path | Method | Body | Response | Notes |
|--|--|--|--|--|
| \`/links\` | POST | \`{ url: string | null, alias?: string }\` | 201 \`{code}\` | Shortens, header \`Client-Token\` |

Method | Endpoint | Headers | Query | Returns
---|---|---|---|---
GET | /links | Authorization, Tenant-Id | limit, cursor | 200 \`[{code, url}, ...]\`
`);
  expect(findings).toEqual([]);
  expect(endpoints).toEqual([
    { opId: "POST /links", sent: ["header Client-Token"], body: ["url", "alias"], answers: ["201 code"] },
    {
      opId: "GET /links",
      sent: ["query limit", "query cursor", "header Authorization", "header Tenant-Id"],
      body: [],
      answers: ["200"],
    },
  ]);
});

test("a table that only lists its endpoints is read line by line, with what a description says of answers", () => {
  const { endpoints } = read(`| Method | Path | Description |
|---|---|---|
| POST | /links | shorten {url} -> 201 {code} |
`);
  expect(endpoints).toEqual([{ opId: "POST /links", sent: [], body: ["url"], answers: ["201 code"] }]);
});

test.each([
  "| # | Aufruf | Anfrage | Antworten |\n|--|--|--|--|\n| 1 | `POST /links` | `{url}` | 201 `{code}`<br>409 belegt |\n",
  "| Chemin | Méthode | Corps | Réponses |\n|--|--|--|--|\n| `/links` | POST | `{url}` | 201 `{code}`, 409 |\n",
])("a table alone is a sketch, whether or not its rows begin with a method: %j", (text) => {
  expect(read(text).endpoints).toEqual([
    { opId: "POST /links", sent: [], body: ["url"], answers: ["201 code", "409"] },
  ]);
});

test("a cell says its fields behind the word JSON alone, and outcomes by the status behind each", () => {
  const { endpoints } = read(`| # | Method | Path | Input | Procedure | Outcome → HTTP |
|---|---|---|---|---|---|
| 1 | POST | /links | JSON \`creator_id\`, \`target\` | \`shorten(creator_id, target)\` | NEW → 201 \`{"code"}\`; OLD → 200 same body; BAD → 400 |
| 2 | GET | /{code} | — | \`open(code)\` | text → 302 + \`Location\`; NULL → 404 |
`);
  expect(endpoints).toMatchObject([
    { opId: "POST /links", body: ["creator_id", "target"], answers: ["200", "201 code", "400"] },
    { opId: "GET /{code}", answers: ["302", "404"] },
  ]);
});

test.each(["Body / headers", "Headers + body", "Request (body, headers)", "Cuerpo y cabeceras", "Body & Header"])(
  "a column of bodies and headers holds either: %s",
  (head) => {
    const { endpoints } = read(`| Method | Path | ${head} | Answers |
|---|---|---|---|
| POST | /seats/{no}/holds | \`{customerId: int}\` | 201 \`{id}\`, 409 |
| POST | /holds/{id}/confirm | header \`Idempotency-Key: uuid\` | 200 \`{id}\`, 410 |
| POST | /links | \`{url}\`, \`Idempotency-Key\` | 201 \`{code}\` |
`);
    expect(endpoints.map(({ sent, body }) => ({ sent, body }))).toEqual([
      { sent: ["path no"], body: ["customerId"] },
      { sent: ["path id", "header Idempotency-Key"], body: [] },
      { sent: ["header Idempotency-Key"], body: ["url"] },
    ]);
  },
);
