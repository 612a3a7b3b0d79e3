import { expect, test } from "vitest";
import { isOverwrittenInWords, isRenewedInWords } from "./overwritten-in-words.ts";

test.each([
  "If the code is taken already, the row is overwritten with the newer url.",
  "A collision overwrites the older link; at 62^8 codes that hardly ever happens.",
  "When two links get the same code, the newer one replaces the earlier link.",
  "If the slug exists, the last write wins.",
  "Se il codice è già preso, il nuovo collegamento prende il posto del vecchio: è rarissimo.",
  "Ist das Kürzel schon vergeben, wird die Zeile überschrieben.",
  "Bei einer Kollision ersetzt der neue Link den alten.",
  "Si le code est déjà pris, le nouveau lien remplace l'ancien.",
  "Si el código ya existe, se sobrescribe la fila.",
  "Se o código já existe, o novo link toma o lugar do antigo.",
  "Jeśli kod jest już zajęty, nowy link zastępuje stary.",
  "Als de code al bestaat, vervangt de nieuwe link de oude.",
])("a taken code's row is written over: %s", (text) => {
  expect(isOverwrittenInWords("code", text)).toBe(true);
});

test.each([
  "If the code is taken already, it draws again.",
  "A taken code is replaced by another one.",
  "If the code is taken, a row is never overwritten: the insert fails.",
  "DO NOTHING instead of DO UPDATE, or a collision would overwrite the older link.",
  "On a collision the code is overwritten with a fresh code and inserted again.",
  "If the alias is taken already, its owner may overwrite the row.",
  "The same idempotency key overwrites the older row.",
  "An existing code in the cache is overwritten when the link is changed.",
  "Ist das Kürzel schon vergeben, wird nichts überschrieben.",
  "Se il codice è già preso, il vecchio collegamento non viene sovrascritto.",
  "## Alternatives\n\nIf the code is taken already, the row is overwritten.",
])("what says otherwise does not: %s", (text) => {
  expect(isOverwrittenInWords("code", text)).toBe(false);
});

test.each([
  "If the code exists we update the URL.",
  "When a code is taken, its row gets the new URL.",
  "A collision simply updates the existing row.",
  "If the slug already exists, the existing link is pointed at the new URL.",
  "Wenn der Code schon vergeben ist, aktualisieren wir die URL.",
  "Si el código ya existe, actualizamos la URL.",
  "Si le code existe déjà, on met à jour l'URL.",
])("who makes a code that is there changes where it leads: %s", (text) => {
  expect(isRenewedInWords("code", text)).toBe(true);
});

test.each([
  "If the code exists we draw another one; the URL of a link is never updated.",
  "If the code is taken the update of the URL is refused with 409.",
  "If the key exists already, we update last_used_at and answer the same code.",
  "If the code exists, the click counter of the link is updated.",
  "If the code exists the URL is updated, else 404.",
  "Users can change the URL of an existing code.",
  "On a collision we update the seed and hash the URL again.",
])("nothing else that is changed is that: %s", (text) => {
  expect(isRenewedInWords("code", text)).toBe(false);
});
