import type { Table } from "@proofroom/domain/design/model";

/** A statement that changes or deletes rows, as it stands in a text. */
export interface Changing {
  table: Table;
  /** What each column is set to, as it is written; null of one that deletes. */
  sets: string | null;
  where: string;
  at: number;
  end: number;
  said: string;
}

const longest = 900;

/** The statements of a text that change or delete rows of known tables, in their order; what has no condition is passed over. */
export function changingIn(text: string, tables: readonly Table[]): Changing[] {
  return [...text.matchAll(beginning)].flatMap((found): Changing[] => {
    const [head, updated, deleted] = found;
    const name = (updated ?? deleted ?? "").toLowerCase();
    const table = tables.find((one) => one.name.toLowerCase() === name);
    const behind = text.slice(found.index + head.length, found.index + head.length + longest);
    const end = endOf(behind);
    const whole = behind.slice(0, end);
    const asks = /\bwhere\s/i.exec(whole);
    if (table === undefined || asks === null) return [];
    const sets = updated === undefined ? null : whole.slice(0, asks.index);
    const where = whole.slice(asks.index + asks[0].length);
    const said = `${head}${whole}`.replaceAll(/\s+/g, " ").trim();
    return [{ table, sets, where, at: found.index, end: found.index + head.length + end, said }];
  });
}

const named = String.raw`(?:["\x60]?\w{1,63}["\x60]?\.)?["\x60]?(\w{1,63})["\x60]?`;
const beginning = new RegExp(
  String.raw`\bupdate\s{1,9}(?:only\s{1,9})?${named}\s{1,9}(?:(?:as\s{1,9})?(?!set\b)\w{1,30}\s{1,9})?set\s|\bdelete\s{1,9}from\s{1,9}(?:only\s{1,9})?${named}\s{1,9}(?:(?:as\s{1,9})?(?!where\b)\w{1,30}\s{1,9})?(?=where\s)`,
  "gi",
);

/** Where a statement is over: by a sign, by what it answers, or as the sentence or the next statement goes on. */
function endOf(behind: string): number {
  const code = behind.replaceAll(/'[^'\n]{0,200}'/g, (text) => "'".repeat(text.length));
  return ending.exec(code)?.index ?? behind.length;
}

const ending =
  /[;`]|\n\s*\n|\.(?=\s|$)|--|->|→|⇒|,?\s+(?:returning|commit|then|limit|and then|insert\s+into|update\s+\S+\s+set|delete\s+from|select)\s|\s+\((?=[\d\p{Lu}])|(?<!:):(?=\s)|\s[–—]\s|\n\s*(?:[-*]\s|\d+[.)]\s|#)|\s+(?:returning|commit)\b/iu;
