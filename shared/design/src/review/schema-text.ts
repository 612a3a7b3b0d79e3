import type { Edit } from "@proofroom/domain/design/finding";
import type { Column } from "@proofroom/domain/design/model";
import type { TableRead } from "../schema/catalog.ts";
import { quoted } from "../schema/sql-text.ts";
import { afterBlank, afterQuoted } from "../schema/sql-text.ts";
import type { Seen } from "./seen.ts";

/** Where a table or one of its columns is defined; of JSON its line. */
export function placeOf(
  seen: Seen,
  table: TableRead,
  column?: Pick<Column, "name" | "line">,
): { from: number; to?: number } {
  const at = column === undefined ? table.at : table.columnsAt.get(column.name);
  if (seen.schema?.isOwnText !== true || at === undefined)
    return { from: seen.schema?.lineStart((column ?? table).line) ?? 0 };
  const name = (column ?? table).name;
  const length = seen.texts.schema[at] === '"' ? name.length + 2 : name.length;
  return { from: at, to: at + length };
}

const typeWords =
  /(?:timestamp(?:\s*\(\s*\d\s*\))?(?:\s+without\s+time\s+zone)?|double\s+precision|float(?:4|8|\s*\(\s*\d+\s*\))?|real)(?![\w(])/iy;

/** The edit that gives a column another type; null where its own is not found in the text. */
export function typeEdit(seen: Seen, table: TableRead, column: Column, type: string): Edit[] | null {
  const at = table.columnsAt.get(column.name);
  if (seen.schema?.isOwnText !== true || at === undefined) return null;
  const sql = seen.texts.schema;
  typeWords.lastIndex = afterBlank(sql, afterName(sql, at));
  const from = typeWords.lastIndex;
  const found = typeWords.exec(sql)?.[0];
  return found === undefined ? null : [{ document: "schema", from, to: from + found.length, insert: type }];
}

function afterName(sql: string, at: number): number {
  if (sql[at] === '"') return afterQuoted(sql, at);
  const name = /[\p{L}\p{N}_$]+/uy;
  name.lastIndex = at;
  return at + (name.exec(sql)?.[0].length ?? 0);
}

/** The edit that adds a column behind the last one that its `create table` defines; null where there is no place for it. */
export function columnEdit(seen: Seen, table: TableRead, definition: string): Edit | null {
  if (seen.schema?.isOwnText !== true) return null;
  const sql = seen.texts.schema;
  const end = statementEnd(sql, table.at);
  const last = [...table.columnsAt.values()].filter((at) => at > table.at && at < end).at(-1);
  if (last === undefined) return null;
  const before = sql.slice(sql.lastIndexOf("\n", last - 1) + 1, last);
  const gap = before.trim() === "" ? `\n${before}` : " ";
  return { document: "schema", from: last, to: last, insert: `${definition},${gap}` };
}

/** The edit that adds a condition behind a column's definition, on its own line; null where there is no place for it. */
export function checkEdit(seen: Seen, table: TableRead, column: Column, values: string[]): Edit | null {
  const at = table.columnsAt.get(column.name);
  if (seen.schema?.isOwnText !== true || at === undefined) return null;
  const end = definitionEnd(seen.texts.schema, at);
  const list = values.map((value) => `'${value.replaceAll("'", "''")}'`).join(", ");
  return { document: "schema", from: end, to: end, insert: ` check (${quoted(column.name)} in (${list}))` };
}

/** The edit that adds a statement behind the others; null where the text is not the schema's own. */
export function appendedTo({ schema, texts }: Seen, statement: string): Edit | null {
  if (schema?.isOwnText !== true) return null;
  const end = texts.schema.trimEnd();
  const lastLine = end.slice(end.lastIndexOf("\n") + 1);
  const close = end.endsWith(";") ? "" : lastLine.includes("--") ? "\n;" : ";";
  return { document: "schema", from: end.length, to: texts.schema.length, insert: `${close}\n${statement}\n` };
}

/** Behind the last word of a definition: before its comma, its table's bracket, or a comment. */
function definitionEnd(sql: string, at: number): number {
  let depth = 0;
  let end = at;
  for (let n = at; n < sql.length;) {
    const next = afterQuoted(sql, n);
    const isComment = sql.startsWith("--", n) || sql.startsWith("/*", n);
    if (next > n) {
      n = next;
      if (!isComment) end = n;
      continue;
    }
    const sign = sql[n] ?? "";
    if (depth === 0 && /[,);]/.test(sign)) return end;
    if (sign === "(" || sign === "[") depth++;
    if (sign === ")" || sign === "]") depth--;
    n++;
    if (sign.trim() !== "") end = n;
  }
  return end;
}

/** The statement's semicolon, or the end of the text. */
export function statementEnd(sql: string, at: number): number {
  for (let n = at; n < sql.length;) {
    const next = afterQuoted(sql, n);
    if (next === n && sql[n] === ";") return n;
    n = Math.max(next, n + 1);
  }
  return sql.length;
}
