import type { Table } from "@proofroom/domain/design/model";
import { timeComparisons } from "../compared/time-comparisons.ts";
import { isTime, literally, withoutSets } from "../statement/statement.ts";
import { namesEnd } from "../time/looked-at.ts";
import { lists } from "./only-named.ts";

/**
 * Whether the code of a service may look at the time of a row that it has read: it names the column other than to read, write or answer it,
 * or calls something by a word for an end, `stillLive(hold)`. A status that is answered where no row is found is no look.
 */
export function isTimeLookedAtInCode(code: string, column: string, table: Table): boolean {
  if (!isTime(column, table) || timeComparisons(code, column).length > 0) return true;
  const left = withoutSets(code).replaceAll(lists, " ").replaceAll(gone, " ");
  const named = new RegExp(`(?<![\\p{L}\\d])(?:get_?)?${literally(column)}(?![\\p{L}\\d])`, "iu");
  return named.test(left) || namesEnd(left) || ofTime.test(left) || isElided.test(code);
}

/** What is answered to whoever has no row. */
const gone =
  /\b(?:HttpStatus\.)?GONE\b|\bStatusGone\b|\b(?!is|has|not)\w{0,40}(?:Expired|Gone|Lapsed|TooLate)\w{0,12}(?:Exception|Error)\b|\b(?:new|throw|raise|Err\()\s?(?!is|has)\w{0,40}(?:Expired|Gone|Lapsed|TooLate)\w{0,12}|["'][\w -]{0,40}(?:expired|lapsed|too[ _]late)[\w -]{0,20}["']|:gone\b|\b4\d\d\s?,\s?["'][^"'\n]{1,60}["']/g;

const ofTime =
  /(?<!\p{L})(?:is_?|has_?|still_?|ensure_?|check_?|assert_?|require_?)?(?:live|alive|valid|lapsed?|late|stale|outdated|past|until|deadline|over|ended?|remaining|left|fresh|seconds|minutes|vigente|laeuft|noch|encore|aún)(?!\p{Ll})/iu;

/** `// …`: what is left out may look at it. */
export const isElided = /(?:\/\/|#|--)[^\n]{0,80}(?:\.\.\.|…)|^[ \t]{0,40}(?:\.\.\.|…)/m;
