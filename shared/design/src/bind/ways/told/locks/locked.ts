import type { Table } from "@proofroom/domain/design/model";
import { hangsOn } from "../../cast/links.ts";
import { lockedTable } from "./locked-table.ts";
import { doneIn, isNotDone } from "../done/not-done.ts";
import { denying } from "../../../../text/denial.ts";

/** How SQL, people's frameworks and their prose say that a row is locked until the transaction is over. */
const rowLock = new RegExp(
  [
    String.raw`\bfor\s+(?:no\s+key\s+)?update\b(?!\s+skip\s+locked)|\w*ForUpdate\b|(?:select|with)_for_update|\bwith_lock\b`,
    String.raw`\.lock\b!?|\.lockBy\w+|pessimistic_?(?:write|lock)|pessimistic\s+lock|optimistic_force_increment|clause\.Locking`,
    String.raw`\block(?:s|ed|ing)?\s+(?:the\s+|its\s+)?(?:seat|row)|\brow[- ](?:level[- ])?locks?\b|\brow\s+(?:is|gets)\s+(?:first\s+)?locked\b`,
    String.raw`\bserialis\w+\s+on\b|\bserializ(?:e[sd]?|ing)\s+on\b`,
    String.raw`\block\s+tables?\b(?![^;\n]{1,90}?\bin\s+(?:access\s+share|row\s+share|row\s+exclusive|share)\s+mode|[^;\n]{1,60}\sread\b)|\b(?:share\s+row|share\s+update|access)\s+exclusive\b`,
    String.raw`(?:pg_(?:try_)?)?advisory[_ ](?:xact_)?locks?|\bget_lock\s*\(|sp_getapplock`,
    String.raw`\bredlock\b|\bredisson\w{0,12}|\b(?:redis|distributed|zookeeper|etcd|consul)[- ]locks?\b|\bdistributedlock\w{0,12}`,
    String.raw`\bverteilte\s+sperre|\bverrou\s+distribué|\bbloqueo\s+distribuido|\b(?:lock|trava|bloqueio)\s+distribu[ií]d[oa]|\block\s+distribuito`,
    String.raw`\bversion["'\x60]?\s*=\s*(?:\w{1,30}\.)?["'\x60]?version["'\x60]?\s*\+\s*1\b(?=[^;]{0,200}\bversion\b)|\b(?:bump|increment)(?:s|ed|ing)?\s+(?:the\s+|its\s+)?(?:seat(?:'s)?\s+)?(?:row\s+)?version\b`,
    String.raw`\bzeilensperre\w*|\bsperr\w*\s+(?:die\s+|eine\s+)?zeile|\bzeile\s[^.;:\n]{0,30}\b(?:ge)?sperrt\b|\badvisory[- ]sperre`,
    String.raw`\bverrou\w*\s+(?:de\s+|(?:sur\s+)?la\s+)?ligne|\bverrou\s+(?:consultatif|pessimiste)`,
    String.raw`\bbloque\w*\s+(?:de\s+)?(?:la\s+)?fila|\bbloqueo\s+pesimista|\b(?:trav\w+|bloque\w+)\s+(?:a\s+|de\s+)?linha`,
    String.raw`\bbloqueio\s+pessimista|\block\s+(?:de\s+linha|di\s+riga|sulla\s+riga)|\bblocc\w+\s+la\s+riga|\bblokad\w+\s+wiersza`,
  ].join("|"),
  "gi",
);

/** What is spoken of and not done. */
export const deniedBefore = new RegExp(
  `(?:${denying(["not", "no", "without", "instead"], "ej", "ne")}|(?<!\\p{L})n['’](?=\\p{L}))[^.;:,\\n]{0,25}$|(?:ne veux pas|don['’]t want|do not want|no quiero|não quero|will nicht|non voglio)(?!\\p{L})[^.;:\\n]{0,80}$`,
  "iu",
);
const deniedBehind =
  /^(?:[^.;:,\n]{0,30}\b(?:would|could|might|wäre|würde|sería|serait|sarebbe)|[\W_]{0,3}is(?:n't|\s+not))\b/i;

/** What runs here as a lock of a row, though it is none. */
const asRowLock =
  /advisory|get_?(?:app)?lock|lock\s+table|exclusive|force_increment|version|redlock|redisson|redis|distribu|verteilt|zookeeper|etcd|consul/i;

const wholeTable = /lock\s+table|exclusive$/i;

/**
 * The clause in which a text says that rows of a table are locked, or those that they hang on, such as their event's; null where it
 * says so of another table, or of none. `called` is what the table's rows are called besides.
 */
export function lockedIn(text: string, table: Table, tables: Table[], called: readonly string[] = []): string | null {
  if (text.search(rowLock) < 0) return null;
  const done = doneIn(text);
  for (const found of done.matchAll(rowLock)) {
    const locked = isDenied(done, found) ? null : lockedTable(done, found, { tables, asked: table, called });
    if (locked === null) continue;
    // Whoever has all of the holds to themselves has the seat's, too.
    const isWithin = hangsOn(table, locked) || (wholeTable.test(found[0]) && hangsOn(locked, table));
    if (locked !== table && !isWithin) continue;
    const words = found[0].replace(/\s+/g, " ");
    const isOwn = locked === table && !asRowLock.test(words);
    return isOwn ? `the row of ${table.name} is locked: ${words}` : asIf(words, table);
  }
  return null;
}

/**
 * The words by which a text says that something is locked, and neither they nor what is around them says what. Where other words of
 * it name another table, what names none is about that one too.
 */
export function lockedSomehow(text: string, table: Table, tables: Table[], called: readonly string[]): string | null {
  if (text.search(rowLock) < 0) return null;
  const done = doneIn(text);
  const said = [...done.matchAll(rowLock)].filter((one) => !isDenied(done, one));
  const among = { tables, asked: table, called };
  const locked = said.map((one) => lockedTable(done, one, among));
  const found = said[locked.indexOf(null)];
  return found === undefined || locked.some((one) => one !== null) ? null : found[0].replace(/\s+/g, " ");
}

/** How it is told that something runs as a lock of a row, though it is none. */
export const asIf = (words: string, { name }: Table): string => `${words} runs here as a lock of the row of ${name}`;

/** Whether words at a place of a text are spoken of and not done. */
export function isDenied(text: string, found: RegExpExecArray): boolean {
  const { index, 0: words } = found;
  return (
    deniedBefore.test(text.slice(Math.max(0, index - 110), index)) ||
    deniedBehind.test(text.slice(index + words.length, index + words.length + 45)) ||
    isNotDone(text, found)
  );
}
