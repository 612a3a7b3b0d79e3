import type { Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { columnsIn } from "../asked/less-asked.ts";
import { isNamedIn, literally, setsTheSame, tableNamed, updatesIn } from "../statement/statement.ts";
import { isNothingFound } from "../time/looked-at.ts";

/** An update of a way: what it sets, the columns that say which row is meant, and what it asks of that row. */
export interface Guarded {
  set: Record<string, Value>;
  named: readonly string[];
  asked: Where;
}

export interface ByKey {
  said: string;
  /** Columns that the update would ask for, and that nothing between the read and the write looks at. */
  unseen: string[];
}

/**
 * A statement that writes what an update does to the row that its key names, whatever that is like, behind one that reads the row and what
 * the update would ask of it: `UPDATE seats SET … WHERE id = $1`. Null where none is written so, or where any asks for more.
 */
export function writtenByKey(text: string, table: Table, { set, named, asked }: Guarded): ByKey | null {
  const written = updatesIn(text, table).filter(({ sets }) => setsTheSame(sets, set) && isSetIn(sets, set));
  const keys = [...named, ...table.primaryKey];
  const [first] = written;
  if (first === undefined || !written.every(({ behind }) => asksForKey(behind, keys))) return null;
  if (isNothingFound(first.behind.slice(0, 200))) return null;
  const columns = columnsIn(asked);
  const isSeenIn = (looked: string) => (column: string) => isNamedIn(looked, column);
  const looked = readsIn(text.slice(0, first.at), table)
    .map((at) => text.slice(at, first.at))
    .find((one) => columns.some(isSeenIn(one)) || readsAll.test(one));
  if (looked === undefined) return null;
  const unseen = readsAll.test(looked) ? [] : columns.filter((column) => !isSeenIn(looked)(column));
  return { said: `${table.name} is read first, then written where ${keyOf(first.behind)}`, unseen };
}

/** What a row that is read as a whole is asked may be hidden in a method of it. */
const readsAll = /^select\s+(?:\w{1,30}\.)?\*/i;

const longest = 300;

/** Whether a statement sets what the update does to one column at least. */
const isSetIn = (sets: string, set: Record<string, Value>): boolean =>
  Object.keys(set).some((column) => new RegExp(`(?<!\\w)${literally(column)}["\`]?\\s*=`, "i").test(sets));

/** `id = $1`, `s.id = :seat`, `id = ?`, `id = ${seatId}`. */
const equal =
  /^\s{0,80}(?:\w{1,40}\.)?["`]?(\w{1,63})["`]?\s{0,20}={1,2}\s{0,20}(?:\?|%s|%\(\w{1,40}\)s|[$:@#]?\{{1,2}[^{}\n]{1,60}\}{1,2}|<[^<>\n]{1,40}>|[$:@]?\w{1,63}(?:(?:\.|->)\w{1,40}){0,3})(?:::\w{1,20})?/;

/** Whether a condition names the row and asks no more of it. */
export function asksForKey(where: string, keys: readonly string[]): boolean {
  let left = where;
  for (let n = 0; n < 4; n += 1) {
    const [whole = "", column = ""] = equal.exec(left) ?? [];
    if (whole === "" || !keys.some((key) => key.toLowerCase() === column.toLowerCase())) return false;
    const behind = left.slice(whole.length).replace(/^(?:[ \t]*--[^\n]*)?\s*/, "");
    const and = /^and\s/i.exec(behind)?.[0];
    if (and === undefined) return isOver(left.slice(whole.length));
    left = behind.slice(and.length);
  }
  return false;
}

/** Whether a statement has its end here: by a sign, by what it answers, or by a line of its own that begins something else. */
const isOver = (behind: string): boolean =>
  /^\s*(?:$|[;`"'),]|returning\b|limit\s+1\b|--|\/\/|#|\n\s*\n|\n[ \t]*(?:[-*]\s|\d+[.)]\s|[a-z]+\b(?<!\b(?:and|or))))/i.test(
    behind,
  ) &&
  !/^\s*(?:and|or|&&|\|\|)(?!\w)/i.test(behind) &&
  !/^\s*(?:\.\.|…)/.test(behind);

const keyOf = (where: string): string => (equal.exec(where)?.[0] ?? "").trim();

/** Where a text reads the row: by a statement of its own, not by what another one asks for within itself. */
function readsIn(text: string, { name }: Table): number[] {
  const select = new RegExp(
    `\\bselect\\s[^;]{1,${longest}}?\\bfrom\\s+${tableNamed(name)}(?![\\w.])[^;\`]{0,80}?\\swhere\\s`,
    "gi",
  );
  return [...text.matchAll(select)].map(({ index }) => index);
}
