import type { Tell } from "../text/report.ts";
import type { Source } from "./catalog.ts";
import { afterBlank, afterQuoted } from "./sql-text.ts";

/** What can only begin a statement where no bracket is open and a line begins. */
const begins =
  /(?:create\s+(?:or\s|table|unique|index|type|domain|sequence|view|materialized|extension|schema|function|trigger|policy)|alter\s+(?:table|sequence|type)|comment\s+on|insert\s+into|drop\s+(?:table|index|type)|grant\s)/iy;

/**
 * A text in which people left out the semicolons between their statements, with them, and where they are missing. Each takes
 * the place of the blank behind its statement, so that offsets stay. Null where none is missing.
 */
export function withSemicolons(sql: string): { sql: string; missing: number[] } | null {
  const missing: number[] = [];
  let depth = 0;
  let lastEnd = 0;
  let isOpen = false;
  for (let at = 0; at < sql.length;) {
    const isComment = sql.startsWith("--", at) || sql.startsWith("/*", at);
    const next = afterQuoted(sql, at);
    if (next > at) {
      if (!isComment) [lastEnd, isOpen] = [next, true];
      at = next;
      continue;
    }
    const char = sql[at] ?? "";
    if (/\s/.test(char)) {
      at++;
      continue;
    }
    if (isOpen && depth === 0 && startsLine(sql, at) && beginsAt(sql, at) && /\s/.test(sql[lastEnd] ?? ""))
      missing.push(lastEnd);
    if (char === "(") depth++;
    else if (char === ")") depth--;
    at++;
    lastEnd = at;
    isOpen = char !== ";";
    if (char === ";") depth = 0;
  }
  if (missing.length === 0) return null;
  let ended = "";
  let from = 0;
  for (const at of missing) {
    ended += `${sql.slice(from, at)};`;
    from = at + 1;
  }
  return { sql: ended + sql.slice(from), missing };
}

function startsLine(sql: string, at: number): boolean {
  let before = at;
  while (sql[before - 1] === " " || sql[before - 1] === "\t") before--;
  return before === 0 || sql[before - 1] === "\n";
}

function beginsAt(sql: string, at: number): boolean {
  begins.lastIndex = at;
  return begins.test(sql);
}

/** One warning at the first, with one click for all of them. */
export function tellMissingSemicolons({ sql, isOwnText }: Source, missing: readonly number[], tell: Tell): void {
  const [first] = missing;
  if (first === undefined) return;
  const edits = missing.map((at) => ({ document: "schema" as const, from: at, to: at, insert: ";" }));
  const label = missing.length === 1 ? "Write the semicolon" : `Write all ${missing.length} semicolons`;
  tell({
    severity: "warning",
    rule: "missing-semicolon",
    message: "A statement of SQL ends with a semicolon, and none stands here; it is read as if one did.",
    from: afterBlank(sql, first),
    ...(isOwnText ? { fixes: [{ label, edits }] } : {}),
  });
}
