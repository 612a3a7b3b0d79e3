import type { Constraint, Node } from "libpg-query";
import { type Catalog, lineOf, type TableRead } from "./catalog.ts";
import { tyingCheck } from "./checks.ts";
import { bothLengths, lengthsIn } from "./lengths.ts";
import { patternsIn } from "./patterns.ts";
import { oneOfs } from "./one-of.ts";
import { nearest, oneOf } from "../text/nearest.ts";
import { stringOf } from "./type-text.ts";

/** Adds what a column's or a table's constraint says; `own` is the column that a column's constraint stands at. */
export function addConstraint(catalog: Catalog, table: TableRead, constraint: Constraint, own: string[]): void {
  const keys = constraint.keys === undefined ? own : constraint.keys.map(stringOf);
  const at = catalog.source.offsets.ofByte(constraint.location ?? 0);
  const type = constraint.contype;
  if (type === "CONSTR_PRIMARY" && columnsExist(catalog, table, keys, at)) {
    if (table.primaryKey.length > 0) {
      const message = `${table.name} has two primary keys; for several columns write primary key (${[...table.primaryKey, ...keys].join(", ")}) once, after the columns.`;
      catalog.tell({ severity: "error", rule: "two-primary-keys", message, from: at });
      return;
    }
    table.primaryKey = keys;
    table.primaryKeyLine = lineOf(catalog, at);
    for (const column of table.columns) if (keys.includes(column.name)) column.nullable = false;
  }
  if (type === "CONSTR_UNIQUE" && columnsExist(catalog, table, keys, at)) addUnique(catalog, table, keys, at);
  if (type === "CONSTR_FOREIGN") addForeignKey(catalog, table, constraint, own, at);
  if (type === "CONSTR_CHECK") addCheck(table, constraint);
  if (type === "CONSTR_EXCLUSION") addExclusion(table, constraint);
}

/** The values that a check `in (…)` of these constraints leaves a column. */
export function checkedValues(constraints: Node[], column: string): string[] | undefined {
  const said = constraints.flatMap((node) => ("Constraint" in node ? (oneOfs(node.Constraint.raw_expr) ?? []) : []));
  const values = said.find((one) => one.column === column)?.values.filter((value) => value !== null);
  return values === undefined || values.length === 0 ? undefined : values;
}

function addCheck(table: TableRead, constraint: Constraint): void {
  for (const column of table.columns) {
    const values = checkedValues([{ Constraint: constraint }], column.name);
    if (values !== undefined) column.values = values;
  }
  for (const { column, pattern } of patternsIn(constraint.raw_expr)) {
    const found = table.columns.find(({ name }) => name === column);
    if (found !== undefined) found.matches = pattern;
  }
  for (const { column, length } of lengthsIn(constraint.raw_expr)) {
    const found = table.columns.find(({ name }) => name === column);
    if (found !== undefined) found.length = bothLengths(found.length, length);
  }
  const tying = tyingCheck(constraint.raw_expr);
  if (tying !== undefined) table.checks = [...(table.checks ?? []), tying];
}

function addExclusion(table: TableRead, { exclusions = [] }: Constraint): void {
  const columns: string[] = [];
  const over: string[] = [];
  for (const pair of exclusions) {
    const [element, operator] = "List" in pair ? (pair.List.items ?? []) : [];
    if (element === undefined || !("IndexElem" in element)) continue;
    const sign = operator !== undefined && "List" in operator ? stringOf(operator.List.items?.at(-1)) : "";
    const { name, expr } = element.IndexElem;
    if (sign === "=" && name !== undefined) columns.push(name);
    else over.push(...(name === undefined ? columnsIn(expr) : [name]));
  }
  table.exclusions = [...(table.exclusions ?? []), { columns, over }];
}

/** The columns that a range such as `tstzrange(held_at, expires_at)` is made of. */
function columnsIn(expression: Node | undefined): string[] {
  const args = expression !== undefined && "FuncCall" in expression ? (expression.FuncCall.args ?? []) : [];
  return args.flatMap((arg) => ("ColumnRef" in arg ? [stringOf(arg.ColumnRef.fields?.at(-1))] : []));
}

/** Notes that no two rows have the same in these columns. */
export function addUnique(catalog: Catalog, table: TableRead, columns: string[], at: number): void {
  table.uniques.push(columns);
  table.uniqueLines.push(lineOf(catalog, at));
}

function addForeignKey(catalog: Catalog, table: TableRead, constraint: Constraint, own: string[], at: number): void {
  const columns = constraint.fk_attrs === undefined ? own : constraint.fk_attrs.map(stringOf);
  if (!columnsExist(catalog, table, columns, at)) return;
  const name = constraint.pktable?.relname ?? "";
  const from = catalog.source.offsets.ofByte(constraint.pktable?.location ?? 0);
  const target = catalog.tables.get(name);
  if (target === undefined) {
    const message = `${table.name} refers to ${name}, which does not exist at this line; ${whereIs(catalog, name)}.`;
    catalog.tell({ severity: "error", rule: "unknown-table", message, from, to: from + name.length });
    return;
  }
  const references = constraint.pk_attrs?.map(stringOf) ?? target.primaryKey;
  table.foreignKeys.push({ columns, table: name, references, line: lineOf(catalog, at) });
  table.foreignKeysAt.push(at);
  const isKey = [target.primaryKey, ...target.uniques].some((key) => sameColumns(key, references));
  // A table may refer to itself before its key is written; what it says is whole only at its end.
  if (target !== table && !isKey) {
    const message = `${name} (${references.join(", ")}) is referred to, so it has to be unique there: make it a primary key or unique.`;
    catalog.tell({ severity: "error", rule: "reference-not-unique", message, from, to: from + name.length });
  }
}

/** What to do about a table that is not there yet. */
export function whereIs(catalog: Catalog, name: string): string {
  if (catalog.anywhere.has(name)) return `it is created further down: move it up`;
  const other = nearest(name, catalog.tables.keys());
  return other === undefined ? `create it above` : `${other} was probably meant`;
}

/** Whether all are columns of the table; tells of the first that is not. */
export function columnsExist(catalog: Catalog, table: TableRead, names: string[], at: number): boolean {
  const known = table.columns.map((column) => column.name);
  const missing = names.find((name) => name !== "" && !known.includes(name));
  if (missing === undefined) return true;
  const other = nearest(missing, known);
  const hint = other === undefined ? `it has ${oneOf(known)}` : `${other} was probably meant`;
  const message = `${table.name} has no column ${missing}; ${hint}.`;
  catalog.tell({ severity: "error", rule: "unknown-column", message, from: at });
  return false;
}

export const sameColumns = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((name) => b.includes(name));
