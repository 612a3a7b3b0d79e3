import { afterQuoted } from "./sql-text.ts";

const most = { statements: 1_000, brackets: 200, comments: 16 };

/**
 * What makes a text too much for the parser, before it sees it: unclosed comments inside comments cost it the square of
 * their number, brackets without end its stack.
 */
export function tooMuch(sql: string): { at: number; message: string } | null {
  let depth = 0;
  let statements = 0;
  for (let at = 0; at < sql.length;) {
    const next = afterQuoted(sql, at);
    if (next > at) {
      if (sql.startsWith("/*", at) && opened(sql.slice(at, next)) > most.comments) {
        return { at, message: "Comments stand inside one another here without end; close each with */." };
      }
      at = next;
      continue;
    }
    const char = sql[at];
    if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (char === ";") statements++;
    if (depth > most.brackets) return { at, message: "Brackets nest too deeply here; write it more plainly." };
    if (statements > most.statements) {
      return { at, message: `A schema has at most ${most.statements} statements; remove what is not part of it.` };
    }
    at++;
  }
  return null;
}

const opened = (comment: string): number => comment.split("/*").length - 1;
