/**
 * Where the comment, string or quoted name that begins at `at` ends, or `at` where none begins. Unclosed ones end with
 * the text.
 */
export function afterQuoted(sql: string, at: number): number {
  const two = sql.slice(at, at + 2);
  if (two === "--") return endOr(sql, sql.indexOf("\n", at));
  if (two === "/*") return afterComment(sql, at);
  const char = sql[at];
  if (char === "'" || char === '"') return endOr(sql, sql.indexOf(char, at + 1), 1);
  if (char === "$") {
    const tag = /^\$(?:[a-z_]\w{0,63})?\$/iu.exec(sql.slice(at, at + 68))?.[0];
    if (tag !== undefined) return endOr(sql, sql.indexOf(tag, at + tag.length), tag.length);
  }
  return at;
}

const endOr = (sql: string, found: number, more = 0): number => (found === -1 ? sql.length : found + more);

function afterComment(sql: string, at: number): number {
  let depth = 1;
  const mark = /\/\*|\*\//g;
  mark.lastIndex = at + 2;
  for (let hit = mark.exec(sql); hit !== null; hit = mark.exec(sql)) {
    depth += hit[0] === "/*" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return sql.length;
}

/** The offset of the first thing at or after `at` that is neither blank nor a comment. */
export function afterBlank(sql: string, at: number): number {
  const blank = /\s*/y;
  for (;;) {
    blank.lastIndex = at;
    blank.exec(sql);
    const two = sql.slice(blank.lastIndex, blank.lastIndex + 2);
    if (two !== "--" && two !== "/*") return blank.lastIndex;
    at = afterQuoted(sql, blank.lastIndex);
  }
}

/** The same without its comments. */
export function withoutComments(sql: string): string {
  let text = "";
  for (let at = 0; at < sql.length;) {
    const next = Math.max(afterQuoted(sql, at), at + 1);
    const isComment = sql.startsWith("--", at) || sql.startsWith("/*", at);
    text += isComment ? " " : sql.slice(at, next);
    at = next;
  }
  return text.trim();
}

/** Where the expression that begins at `at` ends: at a comma or a closing bracket of its own depth, or at `limit`. */
export function afterExpression(sql: string, at: number, limit = sql.length): number {
  let depth = 0;
  while (at < limit) {
    const next = afterQuoted(sql, at);
    if (next > at) {
      at = next;
      continue;
    }
    const char = sql[at];
    if (depth === 0 && (char === "," || char === ")" || char === ";")) return at;
    if (char === "(" || char === "[") depth++;
    else if (char === ")" || char === "]") depth--;
    at++;
  }
  return limit;
}

/** A name as SQL has to write it. */
export const quoted = (name: string): string =>
  /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
