import { denying } from "../../../../text/denial.ts";
import { asSaid, sentencesIn } from "../../../../text/sentences.ts";
import { wordsIn } from "../../../names.ts";
import { literally } from "../statement/statement.ts";

/** That something is there already, in the languages in which designs are written here. */
const known =
  /(?<!\p{L})(?:taken|already|known|used|seen|exists?|duplicat\p{L}*|repeat\p{L}*|again|twice|bereits|schon|bekannt|benutzt|erneut|déjà|utilisée?|connue?|ya|usad[ao]|repetid[ao]|já|conhecid[ao]|già|usat[ao]|ripetut[ao]|już|użyt\p{L}|reeds|al|gebruikt|bekend)(?!\p{L})/iu;

/** It is another request, another body, or one that is under way. */
const otherwise =
  /(?<!\p{L})(?:other|another|different\p{L}*|mismatch\p{L}*|differs?|new|body|payload|hash|progress|flight|pending|running|missing|invalid|malformed|reus\p{L}*|ander\p{L}*|verschieden\p{L}*|fehl\p{L}*|autre|différen\p{L}*|otr[ao]s?|distint[ao]s?|outr[ao]s?|diferente\p{L}*|altr[ao]|divers[ao]|inn\p{L}{1,3}|andere?|ontbre\p{L}*)(?!\p{L})/iu;
const denied = new RegExp(denying(["not", "without"], "no"), "iu");

/** The refusal that an endpoint declares of a key that is there already: `409 {"errors": {"request_id": ["has already been taken"]}}`, `409 chiave già usata`. */
export function declaredRefused(beside: string, column: string): string | null {
  const named = new RegExp(
    String.raw`(?<![\p{L}\d])(?:${wordsIn(column).map(literally).join("[-_ ]?")}|(?:idempot\p{L}*|request)[-_ ]?(?:key|id)|key|schlüssel|clé|clef|clave|chave|chiave|klucz|sleutel)(?![\p{L}\d])`,
    "iu",
  );
  const found = beside
    .split(/(?=(?<![\d.\p{L}])[1-5]\d\d(?![\d\p{L}]))/u)
    .map((one) => (one.split(/\n\s*\n|\n(?=\S)/)[0] ?? "").slice(0, longest))
    .find(
      (one) =>
        /^4(?:09|22)/.test(one) && named.test(one) && known.test(one) && !otherwise.test(one) && !denied.test(one),
    );
  return found === undefined ? null : asSaid(found.replaceAll(/\s+/g, " "));
}

const longest = 160;

/** That the insert has done nothing. */
const noRow =
  /(?<![\p{L}\d])(?:(?:0|zero|no) rows?|(?:if |when )?(?:nothing|none|no row|it nothing) (?:is |was |comes? )?(?:returned|inserted|back)|returns? (?:nothing|no row)|keine zeile|nichts zurück|0 zeilen|aucune ligne|0 lignes?|(?:ninguna|0) filas?|no (?:devuelve|retorna|vuelve) (?:nada|ninguna fila)|nenhuma linha|0 linhas?|não (?:volta|retorna|devolve) (?:nada|nenhuma linha)|0 righe|nessuna riga|non (?:torna|restituisce) niente|0 wierszy|żadnego wiersza|nic nie (?:zwraca|zwróci|wraca)|0 rijen|geen rij)(?![\p{L}\d])/iu;

const refused = /(?<![\d.])(?:409|422)(?!\d)/;
const reads =
  /(?<![\p{L}\d])(?:20[01]|select|read|look|find|fetch|load|same|first|lies|liest|such|lit|relit|cherche|lee|busca|lê|legge|cerca|czyta|leest|zoek)\p{L}{0,3}(?![\p{L}\d])/iu;

/** What is answered where an insert does nothing about its key, `ON CONFLICT (idem) DO NOTHING`, if that is a refusal and nothing is read: `0 rows: 409`. */
export function refusedForNoRow(text: string, column: string): string | null {
  const nothing = new RegExp(
    String.raw`\bon\s{1,9}conflict\s{0,9}\(\s{0,9}["\x60]?${literally(column)}["\x60]?\s{0,9}\)\s{1,9}do\s{1,9}nothing\b`,
    "giu",
  );
  for (const { index, 0: statement } of text.matchAll(nothing)) {
    const behind = text.slice(index + statement.length, index + statement.length + nearby);
    const said = sentencesIn(behind)
      .flatMap((one) => one.split(/(?<=,)\s(?=\d\s?rows?\b)/i))
      .find((one) => noRow.test(one));
    if (said !== undefined && refused.test(said) && !reads.test(said) && !otherwise.test(said.replace(noRow, " ")))
      return asSaid(said);
  }
  return null;
}

const nearby = 400;

/** That it was the code, and another one is tried: "no row → code was taken, new nanoid, again". */
const codeAgain =
  /(?<!\p{L})(?:codes?|slugs?|kürzel|código|codice|kod)(?!\p{L})[^.;\n]{0,80}(?<!\p{L})(?:new|another|again|next|retry|redraw|neue[rns]?|nochmal|noch einmal|otr[ao]|de nuevo|autre|encore|altro|di nuovo|outro|de novo|nowy|jeszcze raz)(?!\p{L})/iu;

/**
 * What is made of an insert that does nothing about any conflict, `ON CONFLICT DO NOTHING`, where that is taken for a code that is there, and
 * nothing finds the row of a key that is: what comes again under it is refused each time. Null where a row is looked for by the key.
 */
export function takenForCode(text: string, column: string): string | null {
  const name = `["\\x60]?${literally(column)}(?![\\p{L}\\p{N}_])`;
  const insert = new RegExp(
    String.raw`\binsert\s{1,9}into\b[^;\x60]{0,300}${name}[^;\x60]{0,300}\bon\s{1,9}conflict\s{1,9}do\s{1,9}nothing\b`,
    "giu",
  );
  const lookedFor = new RegExp(
    String.raw`\b(?:where|and)\s{1,9}(?:\w{1,40}\.)?${name}["\x60]?\s{0,3}(?:=|in\b|is\b)|\b(?:find|look|select|get)\w{0,12}[^;.\n]{0,60}${name}`,
    "iu",
  );
  if (lookedFor.test(text)) return null;
  for (const { index, 0: statement } of text.matchAll(insert)) {
    const behind = sentencesIn(text.slice(index + statement.length, index + statement.length + nearby));
    const said = behind.find((one) => noRow.test(one));
    if (said !== undefined && codeAgain.test(said) && !reads.test(said)) return asSaid(said);
  }
  return null;
}
