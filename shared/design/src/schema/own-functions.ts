import type { Edit, Fix } from "@proofroom/domain/design/finding";
import { afterExpression, afterQuoted } from "./sql-text.ts";

/** A statement that creates a function, with its semicolon. */
export interface Created {
  from: number;
  to: number;
}

/** Leaves a function that is not run out of a schema, and each default that calls it: what it would make, the service makes. */
export function withoutFunction(sql: string, name: string, created: Created | undefined): Fix | null {
  const edits: Edit[] = [...(created === undefined ? [] : [created]), ...defaultsCalling(sql, name)].map((part) => ({
    document: "schema",
    ...part,
    insert: "",
  }));
  if (edits.length === 0) return null;
  const isAlone = created !== undefined && edits.length === 1;
  const what = created === undefined ? "Leave the default out" : "Leave it and its default out";
  return { label: isAlone ? "Leave it out" : `${what}: the service makes the value`, edits };
}

/** Each `default f(…)` with the blanks before it, outside of texts and comments. */
function defaultsCalling(sql: string, name: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  const word = /\s{1,40}default\s/iy;
  const called = new RegExp(`(?:^|[^\\w"])"?${name.replaceAll(/\W/g, "\\$&")}"?\\s{0,9}\\(`, "i");
  for (let at = 0; at < sql.length;) {
    const next = afterQuoted(sql, at);
    word.lastIndex = at;
    const head = next > at ? undefined : word.exec(sql)?.[0];
    if (head === undefined) {
      at = Math.max(next, at + 1);
      continue;
    }
    const to = afterDefault(sql, at + head.length);
    if (called.test(sql.slice(at + head.length, to).replaceAll(/'[^']*'/g, "''"))) found.push({ from: at, to });
    at = to;
  }
  return found;
}

const follows = /\s+(?:not\s+null|null|unique|primary|check|references|constraint|collate|generated)\b/iy;

/** Where the value of a default ends: before what else is said of its column. */
function afterDefault(sql: string, from: number): number {
  const limit = afterExpression(sql, from);
  let depth = 0;
  for (let at = from; at < limit;) {
    const next = afterQuoted(sql, at);
    if (next > at) {
      if (/^(?:--|\/\*)/.test(sql.slice(at, at + 2)) && depth === 0) return sql.slice(0, at).trimEnd().length;
      at = next;
      continue;
    }
    follows.lastIndex = at;
    if (depth === 0 && follows.test(sql)) return at;
    if (sql[at] === "(") depth++;
    else if (sql[at] === ")") depth--;
    at++;
  }
  return sql.slice(from, limit).trimEnd().length + from;
}
