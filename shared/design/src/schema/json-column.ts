import { type Node, isMap, isScalar, isSeq } from "yaml";
import { entriesOf, itemsOf, startOf, textOf, valueAt } from "../text/yaml.ts";

/** A piece of SQL and where in the JSON it came from. */
export interface Written {
  sql: string;
  at: number;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const list = (names: string[]): string => `(${names.map(quote).join(", ")})`;
export const isTrue = (node: Node | null): boolean => isScalar(node) && node.value === true;

/** `"a"`, `["a", "b"]`: one name or several. */
export function namesOf(node: Node | null): string[] {
  const one = textOf(node);
  if (one !== undefined) return one === "true" || one === "false" ? [] : [one];
  return itemsOf(node).flatMap((item) => textOf(item) ?? []);
}

/** The first of some keys that a map has, in whatever spelling: `primaryKey`, `primary_key`. */
export function valueNamed(map: Node | null, ...names: string[]): Node | null {
  const plainOf = (name: string): string => name.replace(/[^a-z0-9]/gi, "").toLowerCase();
  const entries = entriesOf(map);
  const found = names.map((name) => entries.find(({ key }) => plainOf(key) === plainOf(name))).find(Boolean);
  return found?.value ?? null;
}

/** `users.id`, `users(id)`, `{table, column}`: the table that is referred to and its columns, none where they go without saying. */
export function targetOf(node: Node | null): { table: string; columns: string[] } | null {
  const [, table, column] = /^\s*"?([\w-]+)"?\s*(?:[.(]\s*"?([\w-]+)"?\s*\)?)?\s*$/.exec(textOf(node) ?? "") ?? [];
  if (table !== undefined) return { table, columns: column === undefined ? [] : [column] };
  const named = textOf(valueNamed(node, "table"));
  return named === undefined ? null : { table: named, columns: namesOf(valueNamed(node, "column", "columns")) };
}

interface ColumnNode {
  name: string;
  type: string;
  node: Node;
}

/** Columns as a list of objects, a map of objects, or a map of name to type. */
export function columnsOf(table: Node): ColumnNode[] {
  const columns = valueAt(table, "columns");
  if (isSeq(columns)) {
    return itemsOf(columns).map((node) => ({ name: textOf(valueAt(node, "name")) ?? "", type: typeOf(node), node }));
  }
  if (!isMap(columns)) return [];
  return entriesOf(columns).flatMap(({ key, value }) =>
    value === null ? [] : [{ name: key, type: textOf(value) ?? typeOf(value), node: value }],
  );
}

const typeOf = (node: Node): string => textOf(valueAt(node, "type")) ?? "text";

export function columnOf({ name, type, node }: ColumnNode): Written {
  const is = (key: string): boolean => isTrue(valueNamed(node, key));
  const nullable = valueNamed(node, "nullable", "null");
  const mustHave = is("required") || is("notNull") || (isScalar(nullable) && nullable.value === false);
  const standard = valueAt(node, "default");
  const words = [
    quote(name),
    type,
    ...(is("identity") || is("autoIncrement") ? ["generated always as identity"] : []),
    ...(mustHave ? ["not null"] : []),
    ...(is("unique") ? ["unique"] : []),
    ...(isScalar(standard) ? [`default ${literal(standard.value)}`] : []),
  ];
  return { sql: `  ${words.join(" ")}`, at: startOf(node) };
}

/** A default is an expression where it looks like one, else a text. */
function literal(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return /^(?:[\w.]+\(.*\)|current_\w+|'.*'(?:::\w+)?)$/is.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

export function foreignKeyOf(table: string, node: Node): Written {
  const columns = namesOf(valueNamed(node, "columns", "column"));
  const references = valueNamed(node, "references");
  const own = textOf(valueNamed(node, "table"));
  const target = own === undefined ? targetOf(references) : { table: own, columns: namesOf(references) };
  return referring(table, columns, target ?? { table: "", columns: [] }, node);
}

/** The constraint by which columns of a table refer to another one. */
export const referring = (
  table: string,
  columns: string[],
  target: { table: string; columns: string[] },
  node: Node,
): Written => ({
  sql: `alter table ${quote(table)} add foreign key ${list(columns)} references ${quote(target.table)}${target.columns.length === 0 ? "" : ` ${list(target.columns)}`};\n`,
  at: startOf(node),
});
