import type { Edit, Fix } from "@proofroom/domain/design/finding";
import { afterExpression, afterQuoted } from "./sql-text.ts";

/** A statement that creates a function, with its semicolon. */
export interface Created {
  from: number;
  to: number;
}

/** Leaves a function that is not run out of a schema, with each default and generated column that calls it: what it would make, the service makes. */
export function withoutFunction(sql: string, name: string, created: Created | undefined): Fix | null {
  const calling = valuesCalling(sql, name);
  const edits: Edit[] = [...(created === undefined ? [] : [created]), ...calling].map(({ from, to }) => ({
    document: "schema",
    from,
    to,
    insert: "",
  }));
  if (edits.length === 0) return null;
  const isAlone = created !== undefined && edits.length === 1;
  const called = calling.some(({ isGenerated }) => isGenerated) ? "generated value" : "default";
  const what = created === undefined ? `Leave the ${called} out` : `Leave it and its ${called} out`;
  return { label: isAlone ? "Leave it out" : `${what}: the service makes the value`, edits };
}

interface Value {
  from: number;
  to: number;
  isGenerated: boolean;
}

/** Each `default f(…)` and `generated always as (f(…)) stored` with the blanks before it, outside of texts and comments. */
function valuesCalling(sql: string, name: string): Value[] {
  const found: Value[] = [];
  const word = /\s{1,40}(?:default\s|generated\s{1,40}always\s{1,40}as\s{0,40}(?=\())/iy;
  const called = new RegExp(`(?:^|[^\\w"])"?${name.replaceAll(/\W/g, "\\$&")}"?\\s{0,9}\\(`, "i");
  for (let at = 0; at < sql.length;) {
    const next = afterQuoted(sql, at);
    word.lastIndex = at;
    const head = next > at ? undefined : word.exec(sql)?.[0];
    if (head === undefined) {
      at = Math.max(next, at + 1);
      continue;
    }
    const isGenerated = !/default\s$/i.test(head);
    const to = (isGenerated ? afterGenerated : afterDefault)(sql, at + head.length);
    if (called.test(sql.slice(at + head.length, to).replaceAll(/'[^']*'/g, "''")))
      found.push({ from: at, to, isGenerated });
    at = to;
  }
  return found;
}

/** Where `(f(id)) stored` ends. */
function afterGenerated(sql: string, from: number): number {
  const closed = Math.min(afterExpression(sql, from + 1) + 1, sql.length);
  const kept = /\s{1,40}(?:stored|virtual)\b/iy;
  kept.lastIndex = closed;
  return closed + (kept.exec(sql)?.[0].length ?? 0);
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
