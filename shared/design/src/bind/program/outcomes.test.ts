import { expect, test } from "vitest";
import { introduces, outcomesIn } from "./outcomes.ts";

const said = (text: string, isLook = false) => outcomesIn(text, isLook).map(({ of, status }) => `${of} ${status}`);

test.each([
  [";\n\n1 row → 201. 0 rows → 409.", ["found 201", "none 409"]],
  ["; -- none: 410", ["none 410"]],
  ["\n- Eine Zeile → 200.\n- Keine Zeile → 410", ["found 200", "none 410"]],
  ["`: trouvé → 200, même billet, rien n'est écrit. Pas trouvé → 410", ["found 200", "none 410"]],
  [";\n\n- 1 linha: 201\n- 0 linhas: 409 (ou 404 se o assento não existe)", ["found 201", "none 409", "none 404"]],
  ["\nRow back → 201. No row → somebody's lock is there and still valid → 409.", ["found 201", "none 409"]],
  ["\n\nThe hold lasts 120 seconds, 400 holds a second are fine.", []],
])("of %j comes %j", (text, outcomes) => {
  expect(said(text)).toEqual(outcomes);
});

test.each([
  ["; -- found: 409", ["found 409"]],
  ["; -- found, mine: 200 with it\n -- found, other's: 409", ["found 200", "found 409"]],
  ["; -- déjà vendue : on renvoie la même vente", ["found 200"]],
  [" -> 409", ["found 409"]],
  [" -> 404", ["none 404"]],
])("of a look behind which stands %j comes %j", (text, outcomes) => {
  expect(said(text, true)).toEqual(outcomes);
});

test.each([
  ["; returns 1 row.\n- Zéro ligne : `", "none"],
  ["\n0 rows → look why:\n\n", "none"],
  [";\n\nNo row returned ->\n  - seat doesn't exist in the event: 404\n  - `", "none"],
  ["\n-- only if that gave a row\n", "found"],
  ["\n-- zero rows: ROLLBACK, 410, cancel the authorization\n\n", null],
  ["\n\nIn one transaction:\n\n", null],
])("%j introduces what is done where %s was found", (text, what) => {
  expect(introduces(text)).toBe(what);
});
