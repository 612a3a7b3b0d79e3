import { afterQuoted } from "../sql-text.ts";

/** What stands between two commas of a table. */
export interface Element {
  /** Where it begins and ends, without the blanks and comments around it. */
  at: number;
  to: number;
  /** Where the comma behind it is, or null at the last. */
  comma: number | null;
}

export interface Body {
  /** As it is written, quotes and all. */
  table: string;
  elements: Element[];
}

const creating =
  /\bcreate\s{1,40}(?:temporary\s{1,40})?table\s{1,40}(?:if\s{1,40}not\s{1,40}exists\s{1,40})?((?:[`"]?[\w$]{1,64}[`"]?\.)?[`"]?[\w$]{1,64}[`"]?)\s{0,40}\(/gi;

/** The elements of each table that a text of MySQL creates. */
export function bodiesIn(sql: string): Body[] {
  const bodies: Body[] = [];
  let end = 0;
  for (const { 0: head, 1: table = "", index } of sql.matchAll(creating)) {
    if (index < end) continue;
    const elements = elementsFrom(sql, index + head.length);
    end = elements.at(-1)?.to ?? end;
    bodies.push({ table, elements });
  }
  return bodies;
}

/** From behind the bracket that opens at `from` to the one that closes it; none where nothing does. */
function elementsFrom(sql: string, from: number): Element[] {
  const elements: Element[] = [];
  let at = afterBlank(sql, from);
  let end = at;
  let depth = 0;
  for (let to = at; to < sql.length;) {
    const next = afterMark(sql, to);
    const sign = sql[to] ?? "";
    if (next > to) {
      if (!isComment(sql, to)) end = next;
      to = next;
      continue;
    }
    const isEnd = depth === 0 && sign === ")";
    if (sign === ";") return [];
    if (isEnd || (depth === 0 && sign === ",")) elements.push({ at, to: end, comma: isEnd ? null : to });
    if (isEnd) return elements;
    if (depth === 0 && sign === ",") {
      at = afterBlank(sql, to + 1);
      end = at;
      to = at;
      continue;
    }
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    to++;
    if (sign.trim() !== "") end = to;
  }
  return [];
}

/** Where the comment, text or name in quotes that begins at `at` ends, or `at`; MySQL also quotes by backticks and begins comments by #. */
export function afterMark(sql: string, at: number): number {
  const sign = sql[at];
  if (sign !== "`" && sign !== "#") return afterQuoted(sql, at);
  const end = sql.indexOf(sign === "#" ? "\n" : "`", at + 1);
  return end === -1 ? sql.length : end + (sign === "#" ? 0 : 1);
}

function afterBlank(sql: string, from: number): number {
  const blank = /\s*/y;
  for (let at = from; ;) {
    blank.lastIndex = at;
    blank.test(sql);
    if (!isComment(sql, blank.lastIndex)) return blank.lastIndex;
    at = afterMark(sql, blank.lastIndex);
  }
}

const isComment = (sql: string, at: number): boolean =>
  sql[at] === "#" || sql.startsWith("--", at) || sql.startsWith("/*", at);
