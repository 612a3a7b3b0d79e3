import { expect, test } from "vitest";
import { onlyWhetherThere } from "./only-whether-there.ts";

test.each([
  "`EXISTS hold:{seat_id}`; 0 is a 410. Then the booking is inserted.",
  "If the key is still there, insert the booking; gone: 410.",
  "`GET hold:{seat_id}`, whoever's it is; missing is a 410.",
  "GET the key; nothing is compared.",
  "Ist der Schlüssel noch da, wird gebucht, sonst 410.",
  "`EXISTS asiento:{asiento_id}`; 0 es 410. Si ya hay una compra con la misma Idempotency-Key, se devuelve esa.",
  "If a booking with the same hold_id exists we return that one. We look whether the key is still there. Missing: 410.",
  "Gibt es schon eine Buchung mit dieser hold_id, wird sie geliefert. Gibt es den Schlüssel noch? Wenn nicht: 410.",
  "La clé existe encore, peu importe à qui elle est : on insère l'achat.",
  "Se a chave existe, insere a compra; nada é comparado.",
])("only that the key is there is looked at: %s", (said) => {
  expect(onlyWhetherThere(said)).not.toBeNull();
});

test.each([
  "`GET hold:{seat_id}`; missing or not ours: 410.",
  "A Lua script: if the key is there and carries exactly this hold id, say yes.",
  "if (await redis.get(`hold:${seatId}`) !== token) return 410",
  "The key is gone or somebody else's: 410.",
  "Ein Skript vergleicht den Wert des Schlüssels mit dem Token; fehlt er: 410.",
  "`GET asiento:{asiento_id}`: si no existe o el valor no es el usuario, 410.",
  "Si la clé a disparu ou si son jeton n'est pas celui de la requête, 410.",
  "Um script confere se a chave ainda é nossa; senão 410.",
  "Steht im Schlüssel noch unsere hold_id? Wenn nicht: 410.",
  "Checks the redis key, then inserts the booking.",
  "",
])("what the key holds is compared, or nothing is told of the look: %s", (said) => {
  expect(onlyWhetherThere(said)).toBeNull();
});
