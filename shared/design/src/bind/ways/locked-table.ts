import type { Table } from "@proofroom/domain/design/model";
import { stems } from "../names.ts";

/** The table whose rows words of locking are about: which SQL names, which a call is made on, or which is named nearest; null where none is. */
export function lockedTable(text: string, { index, 0: words }: RegExpExecArray, tables: Table[]): Table | null {
  const before = statementBefore(text.slice(Math.max(0, index - reach.before), index));
  const behind = text.slice(index + words.length, index + words.length + reach.behind).split(/;|\n\s*\n/)[0] ?? "";
  const from = [...before.matchAll(/\b(?:from|update|join)\s+(?:\w+\.)?["`]?(\w+)/gi)].map(([, name = ""]) =>
    tables.find((table) => table.name.toLowerCase() === name.toLowerCase()),
  );
  const inSql = from.findLast((table) => table !== undefined);
  if (inSql !== undefined) return inSql;
  const said = namedIn(words, tables)[0];
  if (said !== undefined) return said;
  // Whose rows they are may be said behind: `FOR UPDATE` on the seat, `advisory_lock(seat)`.
  const isBehind = /^[\s`"')]{0,4}(?:of|on|over|auf|für|en|sobre|sur|del|op|na)\s/i.test(behind);
  const takesIt = /advisory|get_lock|locking|table/i.test(words);
  const ahead = namedIn(behind, tables)[0];
  if ((isBehind || takesIt) && ahead !== undefined) return ahead;
  return namedIn(callOf(before), tables).at(-1) ?? namedIn(lastLine(before), tables)[0] ?? ahead ?? null;
}

/** How far from the words a table may be named. */
const reach = { before: 300, behind: 80 };

const statementBefore = (text: string): string => text.split(/;|\n\s*\n/).at(-1) ?? "";

/** What a method is called on, without what is passed to the calls before it: `Hold.where(seat: seat).lock` is on holds. */
function callOf(before: string): string {
  let left = lastLine(before);
  for (let n = 0; n < 8; n++) {
    const without = left.replace(/\([^()]*\)|\{[^{}]*\}/g, "");
    if (without === left) break;
    left = without;
  }
  return left;
}

/** The line that words stand on, with those before it that it only goes on from. */
const lastLine = (text: string): string =>
  text
    .replace(/\n\s*(?=[.)\]]|->|\?\.)/g, "")
    .split("\n")
    .at(-1) ?? "";

/** Tables that a text names, in its order; a column such as `seat_id` names none. */
function namedIn(text: string, tables: Table[]): Table[] {
  return [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].flatMap(([token]) => {
    if (/(?:_id|Id|_uuid)s?$/.test(token)) return [];
    const scored = tables.map((table) => ({ table, score: scoreOf(token, table) }));
    const best = Math.max(...scored.map(({ score }) => score));
    const named = best === 0 ? undefined : scored.find(({ score }) => score === best)?.table;
    return named === undefined ? [] : [named];
  });
}

function scoreOf(token: string, { name }: Table): number {
  const own = stems(name);
  const said = stems(token);
  if (said.join("") === own.join("")) return 3;
  if (said.join("") === own.at(-1)) return 2;
  return own.some((stem) => stem.length > 2 && said.some((word) => word.startsWith(stem))) ? 1 : 0;
}
