import { expect, test } from "vitest";
import { isLeftToNext, refusedBehind } from "./refused-by-database.ts";
import { refusedAgainIn } from "./repeated.ts";

const openings = [
  "If the database refuses it because of the primary key, the link exists already.",
  "Si la base refuse à cause de la clé primaire, le lien existe déjà.",
  "Lehnt die Datenbank die Zeile ab, weil der Schlüssel schon vorhanden ist, gab es ihn.",
  "Si la base de datos rechaza la clave, el enlace ya existe.",
  "Se o banco recusa a chave, o link já existe.",
  "Se il database rifiuta la riga per la chiave, il link esiste già.",
  "Weigert de database de rij, wordt hij door de primaire sleutel geweigerd, dan bestaat hij al.",
  "Jeśli baza odrzuca wiersz przez klucz, link już jest.",
];

test.each(openings)("what the database refuses is not answered yet, but by what is told next: %s", (opening) => {
  expect(refusedAgainIn(`${opening} 200 with it. Otherwise 409.`)).toBeNull();
  expect(refusedBehind(`${opening} We answer 409.`)).toContain("409");
  expect(refusedAgainIn(`1. Insert it.\n2. ${opening} 409.\n3. Else 201.`)).not.toBeNull();
});

test.each(["The database refuses the key twice: 409.", "A repeated request is rejected by its key."])(
  "one sentence says both: %s",
  (sentence) => {
    expect(isLeftToNext(sentence)).toBe(false);
    expect(refusedAgainIn(sentence)).not.toBeNull();
  },
);

test.each([
  "If the database refuses the primary key, the link exists. Another URL: 409.",
  "If the database refuses the primary key, the link exists.\n\nAn invalid URL: 400.",
  "If the database refuses the primary key, the link exists.\n- no url: 400",
  "If the database refuses the row, we try again. 409 for a bad word.",
])("nothing is refused for its key alone: %s", (text) => expect(refusedBehind(text)).toBeNull());

test.each([
  "// 500, client retries with the same Idempotency-Key",
  "500, der Client wiederholt mit demselben Idempotency-Key.",
  "500 ; le client renvoie la même clé.",
  "Wtedy 500 i klient ponawia z tym samym kluczem.",
])("a failure that the client tries again after is not what comes again is answered: %s", (sentence) => {
  expect(refusedAgainIn(sentence)).toBeNull();
});

test("a retry that ends in a failure is refused", () => {
  expect(refusedAgainIn("The client retries with the same Idempotency-Key and gets a 500.")).not.toBeNull();
});
