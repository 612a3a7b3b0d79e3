import { expect, test } from "vitest";
import { declaredRefused, refusedForNoRow, takenForCode } from "./declared-refused.ts";

test.each([
  ["  201 {code}\n  409 chiave già usata\n  400 no url", "chiave"],
  ['  201 {"data": {"slug": "a"}}\n  409 {"errors": {"request_id": ["has already been taken"]}}', "request_id"],
  ["-> 201 {code} | 409 key used already | 400", "idem"],
  ["- 409: Schlüssel bereits benutzt", "idem_key"],
  ["409 clé déjà utilisée", "cle"],
  ["409: clave ya usada", "clave"],
])("what is declared of a key that is there: %s", (beside, column) => {
  expect(declaredRefused(beside, column)).toMatch(/^409/);
});

test.each([
  ["409 request_id reused for another target", "request_id"],
  ["409 same key with a different body", "idem"],
  ["409 key already used, request still in progress", "idem"],
  ["409 alias already taken", "idem"],
  ["201 the first answer when the key was used already\n409 alias taken", "idem"],
  ["400 no key", "idem"],
  ["-> 201 {code} | 409 | 400", "idem"],
])("what is declared of something else: %s", (beside, column) => {
  expect(declaredRefused(beside, column)).toBeNull();
});

const insert = "INSERT INTO links (code, url, idem) VALUES ($1, $2, $3) ON CONFLICT (idem) DO NOTHING";
test.each([
  "1 row: COMMIT, 201. 0 rows: ROLLBACK, then 409.",
  "If nothing is returned the answer is 409.",
  "Se torna una riga: 201.\n4. Se non torna niente la richiesta era già arrivata: 409, senza corpo.",
  "Keine Zeile: 409.",
])("no row is a refusal: %s", (said) => {
  expect(refusedForNoRow(`\`\`\`sql\n${insert};\n\`\`\`\n\n${said}`, "idem")).not.toBeNull();
});

test.each([
  "1 row: 201. 0 rows: SELECT code FROM links WHERE idem = $3, 201.",
  "0 rows: read the first link; 409 if its url differs.",
  "0 rows: we read the link of that key and answer 409 if the url is another one.",
  "No row for a code: 404.",
])("no row is no refusal: %s", (said) => {
  expect(refusedForNoRow(`${insert};\n\n${said}`, "idem")).toBeNull();
});

test("no row of another conflict says nothing of the key", () => {
  expect(refusedForNoRow(`${insert.replace("(idem)", "(code)")};\n\n0 rows: 409.`, "idem")).toBeNull();
});

const whatever = insert.replace("(idem) DO", "DO");
test.each(["no row → code was taken, new nanoid, again", "0 rows: that code is there already, so we try another one."])(
  "any conflict is taken for one of the code, so that a repeated key never gets its row: %s",
  (said) => {
    expect(takenForCode(`${whatever};\n\n- row → 201\n- ${said}`, "idem")).toContain(said.slice(0, 20));
  },
);

test.each([
  [whatever, "0 rows: SELECT code FROM links WHERE idem = $3; none either: the code is taken, try another one."],
  [whatever, "No row: read the link of that key and return it; if there is none the code was taken, again."],
  [insert.replace("(idem)", "(code)"), "0 rows: the code is taken, a new one is drawn again."],
  [`select code from links where idem = $3; ${whatever}`, "No row: the code was taken, again with another one."],
])("a key whose row is found is not: %s %s", (statement, said) => {
  expect(takenForCode(`${statement};\n\n${said}`, "idem")).toBeNull();
});
