import { afterQuoted } from "./sql-text.ts";

/** Where a text names a type, outside of comments and quotes: behind a column's name, so that a column that is called so is none. */
export function placesOfType(sql: string, name: string): number[] {
  const places: number[] = [];
  const word = /[a-z_]\w*/iy;
  let isBehindName = false;
  for (let at = 0; at < sql.length;) {
    const next = afterQuoted(sql, at);
    if (next > at) {
      // A quoted name stands for one, a comment for nothing.
      if (sql[at] === '"') isBehindName = true;
      at = next;
      continue;
    }
    word.lastIndex = at;
    const [found] = word.exec(sql) ?? [];
    if (found === undefined) {
      if (!/\s/.test(sql[at] ?? "")) isBehindName = false;
      at++;
      continue;
    }
    if (isBehindName && found.toLowerCase() === name) places.push(at);
    isBehindName = true;
    at += found.length;
  }
  return places;
}
