import { expect, test } from "vitest";
import { keyForgottenIn, madeAnewIn } from "./made-anew.ts";

test.each([
  "If the database says that the request_id is there already, the service makes up a new request_id and inserts the link with that.",
  "A retry with the same request_id gets another code.",
  "Ist der Schlüssel schon da, bekommt der Client einen neuen Link.",
  "Si la clé est déjà là, on crée un autre lien.",
  "Si la clave ya existe, se crea otro enlace.",
  "Se la chiave è già nota, si crea un altro codice.",
])("what comes again under its key makes another row: %s", (text) => {
  expect(madeAnewIn(text, "request_id")).not.toBeNull();
});

test.each([
  "If the request_id is there already, the service reads the link with that request_id and answers with its code.",
  "A retry with the same request_id never gets another code.",
  "If the code is taken already, it draws another code under the same request_id.".replace("taken", "a taken code"),
  "A retry with a different request_id makes a new link.",
  "A second request without a key creates another link.",
  "If the code is there already, it draws another code.",
])("what does not is not taken for it: %s", (text) => {
  expect(madeAnewIn(text, "request_id")).toBeNull();
});

test.each([
  ["Rows of keys_seen are deleted as soon as the answer has been sent, so that the table stays small.", true],
  ["The idempotency key is removed once the request is done.", true],
  ["Der Schlüssel wird gelöscht, sobald die Antwort verschickt ist.", true],
  ["La chiave viene cancellata non appena la risposta è partita.", true],
  ["Rows of keys_seen are deleted after 24 hours.", false],
  ["Keys are not deleted once the answer has been sent.", false],
  ["Rows of links are deleted as soon as the request for that comes.", false],
])("whether a key is forgotten with the answer: %s", (text, isSo) => {
  expect(keyForgottenIn(text, "keys_seen", "idempotency_key") !== null).toBe(isSo);
});
