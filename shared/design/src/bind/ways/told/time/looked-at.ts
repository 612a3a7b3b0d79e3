import type { Table } from "@proofroom/domain/design/model";
import { isNamedIn, isTime, withoutSets } from "../statement/statement.ts";
import { isEndedElsewhere } from "./ended-elsewhere.ts";

/** Words by which people tell that they look at an end in time. */
const ofTime =
  /expir|timeout|time out|too late|lapse|still valid|deadline|abgelaufen|abl[aä]uft|g[uü]e?ltig|vence|vencid|caduc|perim|périm|scad|verlop|wygas|utg[aå]|süre/i;

/** The answer to what has ended, though of a row that is another's by now it is one too. */
const gone = /\b410\b/;

/** Whether a text says of something that it has an end, other than by the answer to what has ended. */
export const namesEnd = (text: string): boolean => ofTime.test(text);

/** Whether a text speaks of something having an end. */
export const speaksOfEnd = (text: string): boolean => ofTime.test(text) || gone.test(text);

/** Whether what is told of an endpoint looks at a column, by its name, or by speaking of its time. */
export function isLookedAt(told: string, column: string, table: Table): boolean {
  const around = withoutDenied(withoutSets(told)).replace(inKey, " ");
  return isNamedIn(around, column) || (isTime(column, table) && looksAtEnd(withoutOthers(around)));
}

/** What comes of a statement that finds no row looks at no more than that statement: `0 rows -> 410`. */
function looksAtEnd(told: string): boolean {
  const said = told.split(/(?<=[.!?])\s+|\n(?=[ \t]{0,20}(?:\n|[-*|]|\d{1,3}[.)]))/);
  const [found, none] = [said.filter((one) => !noRow.test(one)), said.filter((one) => noRow.test(one))];
  return none.some((one) => gone.test(one)) ? found.some(namesEnd) : speaksOfEnd(told);
}

/** Whether a text speaks of a statement that finds no row: `rowCount === 0`. */
export const isNothingFound = (told: string): boolean => noRow.test(told);

const noRow =
  /(?<![\p{L}\d])(?:0|zero|nul+|kein\p{L}{0,2}|nenhuma?|ningun[ao]?|aucune?|nessuna?|geen|żaden)\s(?:affected |updated )?(?:rows?|linhas?|filas?|lignes?|zeilen?|righ?[ae]|rij(?:en)?|wierszy|rader|satır|строк)(?!\p{L})|\b(?:row_?count|(?:rows_?)?affected(?:_?rows)?|rows)\b[^\n\p{L}\d[]{1,6}0\b|(?:--|#|\/\/)\s{0,3}(?:none|nothing)\b/iu;

/** What a key is made of is not looked at: `seat-user-heldUntil`. */
const inKey = /\b\w{1,40}-\w{1,40}-\w[\w-]{0,40}|idempotency[- ]keys?[:= ]{1,3}[`"'(][^`"')\n]{1,60}/gi;

/** What a job ends, and what of a payment lapses, is no end that the endpoint looks at. */
const withoutOthers = (told: string): string => withoutSentences(told, isEndedElsewhere);

/** "We do not look at the status first." */
const withoutDenied = (told: string): string => withoutSentences(told, (one) => denied.test(one));

const withoutSentences = (told: string, isOther: (sentence: string) => boolean): string =>
  told
    .split(/(?<=[.;!?])\s+|\n\s*\n/)
    .filter((sentence) => !isOther(sentence))
    .join(" ");

const denied =
  /\b(?:(?:do|does|did)\s?n[o']t|don't|never|without|no need to|not)\b[^.;]{0,20}\b(?:look|check|compar|read|test|verif|car)\w*/i;
