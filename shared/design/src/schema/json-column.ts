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
  const is = (key: string): boolean => isTrue(valueAt(node, key));
  const nullable = valueAt(node, "nullable");
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
  const columns = namesOf(valueAt(node, "columns") ?? valueAt(node, "column"));
  const dotted = textOf(valueAt(node, "references"))?.split(".");
  const target = textOf(valueAt(node, "table")) ?? dotted?.[0] ?? "";
  const referenced = dotted === undefined ? namesOf(valueAt(node, "references")) : dotted.slice(-1);
  const to = referenced.length === 0 ? quote(target) : `${quote(target)} ${list(referenced)}`;
  return { sql: `alter table ${quote(table)} add foreign key ${list(columns)} references ${to};\n`, at: startOf(node) };
}
