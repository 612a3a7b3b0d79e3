import { expect, test } from "vitest";
import { isKeyName, keyHeader } from "./idempotency.ts";

test.each([
  "client_token",
  "clientToken",
  "token_cliente",
  "cle_client",
  "chave_do_cliente",
  "idempotency_key",
  "cle_requete",
  "ChavePedido",
  "clave_de_solicitud",
  "id_zadania",
  "idZadania",
  "AnfrageId",
  "id_de_la_peticion",
  "idRequête",
  "id_requisicao",
  "id_richiesta",
  "verzoek_id",
])("%s is what keeps a request's key", (name) => expect(isKeyName(name)).toBe(true));

test.each([
  "client_id",
  "id_klienta",
  "anfrage_text",
  "demande",
  "id_solicitante",
  "cliente",
  "token",
  "codigo_cliente",
  "pedido",
  "clave",
])("%s is another thing", (name) => expect(isKeyName(name)).toBe(false));

const headerOf = (name: string) =>
  keyHeader(
    {
      method: "POST",
      path: "/links",
      opId: "make",
      parameters: [{ name, in: "header", required: true, schema: {}, line: 1 }],
      responses: [],
      bodyRequired: false,
      line: 1,
    },
    undefined,
  );

test.each(["Idempotency-Key", "X-Request-Id", "X-Anfrage-Id", "X-Id-Zadania"])("the header %s carries a key", (name) =>
  expect(headerOf(name)).toBe(name),
);

test("a header that names who asks carries none", () => expect(headerOf("X-Nutzer-Id")).toBeUndefined());
