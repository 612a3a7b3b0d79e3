import { afterQuoted } from "./sql-text.ts";

const ends: [opening: RegExp, what: string, end: string][] = [
  [/^\/\*/, "This comment", "*/"],
  [/^'/, "This text", "'"],
  [/^"/, "This name", '"'],
  [/^\$/, "This text", "the same sign between dollars"],
];

/** A comment, text or quoted name that reaches to the end of a schema because nothing closes it; null where there is none. */
export function unclosedIn(sql: string): { at: number; to: number; message: string } | null {
  for (let at = 0; at < sql.length;) {
    const next = afterQuoted(sql, at);
    if (next === sql.length && !sql.startsWith("--", at)) {
      const [, what = "", end = ""] = ends.find(([opening]) => opening.test(sql.slice(at, at + 2))) ?? [];
      const isClosed = end.length < 3 && next - at > end.length && sql.endsWith(end) && !reopens(sql.slice(at, next));
      if (!isClosed) return { at, to: at + 2, message: `${what} is never closed; end it with ${end}.` };
    }
    at = Math.max(next, at + 1);
  }
  return null;
}

/** Comments stand inside one another in PostgreSQL. */
const reopens = (text: string): boolean => text.startsWith("/*") && text.split("/*").length !== text.split("*/").length;
