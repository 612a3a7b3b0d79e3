import type { Table } from "@proofroom/domain/design/model";
import { isNamedIn, isTime, namesEnd, withoutSets } from "../statement/statement.ts";

/**
 * Whether the code of a service may look at the time of a row that it has read: it names the column other than to read, write or answer it,
 * or calls something by a word for an end, `isLive(hold)`. A status that is answered where no row is found is no look.
 */
export function isTimeLookedAtInCode(code: string, column: string, table: Table): boolean {
  if (!isTime(column, table)) return true;
  const left = withoutSets(code).replaceAll(lists, " ").replaceAll(gone, " ");
  return isNamedIn(left, column) || namesEnd(left) || ofTime.test(left) || isElided.test(code);
}

/** What only names columns: those of an insert, those that are read, and those that are answered. */
const lists =
  /\binsert\s+into\s+[\w."`]{1,80}\s{0,9}\([^()]{1,400}\)|\bselect\s(?!exists)[^;()]{1,300}?\sfrom\b|\breturning\s[\w\s,.*"]{1,200}/gi;

/** What is answered to whoever has no row. */
const gone =
  /\b(?:HttpStatus\.)?GONE\b|\bStatusGone\b|\b\w{0,40}(?:Expired|Gone|Lapsed|TooLate)\w{0,20}(?:Exception|Error)?\s?\(|["'][\w -]{0,40}(?:expired|lapsed|too[ _]late)[\w -]{0,20}["']|:gone\b|\b4\d\d\s?,\s?["'][^"'\n]{1,60}["']/g;

const ofTime =
  /(?<!\p{L})(?:is_?|has_?|still_?|ensure_?|check_?|assert_?|require_?)?(?:live|alive|valid|lapsed?|late|stale|outdated|past|until|deadline|over|ended?|remaining|vigente|laeuft|noch|encore|aún)(?!\p{Ll})/iu;

/** `// …`: what is left out may look at it. */
export const isElided = /(?:\/\/|#|--)[^\n]{0,80}(?:\.\.\.|…)|^\s*(?:\.\.\.|…)/m;
