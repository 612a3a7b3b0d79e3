import type { Column, Table } from "@proofroom/domain/design/model";
import type { Touched } from "./touched.ts";

/** Looked up and never added by an operation, and what those and the rows that are written refer to; parents first. */
export function neededTables(touched: Touched[], tables: Table[]): Table[] {
  const added = new Set(touched.flatMap(({ inserts }) => inserts.map(({ table }) => table)));
  const needed: Table[] = [];
  const need = (table: Table, path: readonly Table[]): void => {
    if (added.has(table.name) || needed.includes(table) || path.includes(table)) return;
    for (const parent of parentsOf(table, (column) => isFilled(table, column))) need(parent, [...path, table]);
    needed.push(table);
  };
  const parentsOf = (table: Table, isSet: (column: string) => boolean): Table[] =>
    table.foreignKeys
      .filter((key) => key.columns.every((column) => isSet(column) || table.primaryKey.includes(column)))
      .flatMap((key) => tables.filter(({ name }) => name === key.table));
  for (const { looks } of touched) {
    for (const look of looks) for (const table of tables.filter(({ name }) => name === look.table)) need(table, []);
  }
  for (const { table: name, columns } of touched.flatMap(({ inserts, updates }) => [...inserts, ...updates])) {
    const table = tables.find((one) => one.name === name);
    if (table === undefined) continue;
    const isSet = (column: string): boolean => columns.includes(column) || isFilled(table, column);
    for (const parent of parentsOf(table, isSet)) need(parent, [table]);
  }
  return needed;
}

export const columnIn = (table: Table, name: string): Column | undefined => table.columns.find((c) => c.name === name);

/** Whether a row cannot be without this column's value and the database does not make it. */
export function isFilled(table: Table, name: string): boolean {
  const column = columnIn(table, name);
  return column !== undefined && !column.nullable && !column.generated && column.default === undefined;
}
