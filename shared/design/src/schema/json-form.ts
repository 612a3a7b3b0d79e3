import { type Node, isMap, isSeq } from "yaml";
import { lastAtMost } from "../text/lines.ts";
import type { Tell } from "../text/report.ts";
import { entriesOf, itemsOf, readYaml, startOf, textOf } from "../text/yaml.ts";
import {
  type Written,
  columnOf,
  columnsOf,
  foreignKeyOf,
  isTrue,
  list,
  namesOf,
  quote,
  referring,
  targetOf,
  valueNamed,
} from "./json-column.ts";

export interface JsonDdl {
  sql: string;
  /** Offset in the SQL → offset in the JSON that it came from. */
  origin: (offset: number) => number;
}

/** Compiles `{"tables": […]}`, or the list alone, to DDL with quoted names; null where the text is no such form, which has been told. */
export function ddlOfJson(text: string, tell: Tell): JsonDdl | null {
  const root = readYaml(text, tell)?.root ?? null;
  if (root === null) return null;
  const tables = isSeq(root) ? root : valueNamed(root, "tables");
  if (!isMap(tables) && !isSeq(tables)) {
    const message =
      'A schema in JSON looks like {"tables": [{"name": "users", "columns": [{"name": "id", "type": "bigint", "primaryKey": true}]}]}.';
    tell({ severity: "error", rule: "json-form", message, from: startOf(root) });
    return null;
  }
  const pieces: Written[] = [];
  const later: Written[] = [];
  for (const { name, node } of tablesOf(tables, tell)) writeTable(name, node, pieces, later);
  return join([...pieces, ...later]);
}

function tablesOf(tables: Node, tell: Tell): { name: string; node: Node }[] {
  if (isMap(tables))
    return entriesOf(tables).flatMap(({ key, value }) => (value === null ? [] : [{ name: key, node: value }]));
  return itemsOf(tables).flatMap((node) => {
    const name = textOf(valueNamed(node, "name", "table", "tableName"));
    if (name !== undefined) return [{ name, node }];
    tell({
      severity: "error",
      rule: "json-form",
      message: 'This table has no "name"; give it one.',
      from: startOf(node),
    });
    return [];
  });
}

function writeTable(name: string, node: Node, pieces: Written[], later: Written[]): void {
  const at = startOf(node);
  const columns = columnsOf(node);
  pieces.push({ sql: `create table ${quote(name)} (\n`, at });
  const keys = namesOf(valueNamed(node, "primaryKey"));
  const marked = columns.filter((column) => isTrue(valueNamed(column.node, "primaryKey", "primary", "pk")));
  const key = keys.length > 0 ? keys : marked.map((column) => column.name);
  const keyAt = startOf(keys.length > 0 ? valueNamed(node, "primaryKey") : (marked[0]?.node ?? node));
  const parts: Written[] = columns.map(columnOf);
  if (key.length > 0) parts.push({ sql: `  primary key ${list(key)}`, at: keyAt });
  for (const unique of uniquesOf(valueNamed(node, "uniques", "unique", "uniqueConstraints")))
    parts.push({ sql: `  unique ${list(namesOf(unique))}`, at: startOf(unique) });
  for (const [n, part] of parts.entries())
    pieces.push({ ...part, sql: `${part.sql}${n === parts.length - 1 ? "" : ","}\n` });
  pieces.push({ sql: ");\n", at });
  for (const index of itemsOf(valueNamed(node, "indexes"))) {
    // `created_at desc`: an index is read from either end.
    const names = namesOf(valueNamed(index, "columns") ?? index).map((name) =>
      name.replace(/\s+(?:asc|desc)\b.*$/i, ""),
    );
    const unique = isTrue(valueNamed(index, "unique")) ? "unique " : "";
    later.push({ sql: `create ${unique}index on ${quote(name)} ${list(names)};\n`, at: startOf(index) });
  }
  for (const column of columns) {
    const target = targetOf(valueNamed(column.node, "references", "foreignKey", "fk"));
    if (target !== null) later.push(referring(name, [column.name], target, column.node));
  }
  for (const foreign of itemsOf(valueNamed(node, "foreignKeys"))) later.push(foreignKeyOf(name, foreign));
}

/** `[["a", "b"], ["c"]]`; a list of names alone is one uniqueness of several columns. */
function uniquesOf(node: Node | null): Node[] {
  const items = itemsOf(node);
  return node !== null && items.length > 0 && items.every((item) => textOf(item) !== undefined) ? [node] : items;
}

function join(pieces: Written[]): JsonDdl {
  const starts: number[] = [];
  let length = 0;
  for (const { sql } of pieces) {
    starts.push(length);
    length += sql.length;
  }
  return {
    sql: pieces.map(({ sql }) => sql).join(""),
    origin: (offset) => pieces[lastAtMost(starts, offset)]?.at ?? 0,
  };
}
