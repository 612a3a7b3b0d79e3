import type { CreateStmt } from "libpg-query";
import { type Catalog, type TableRead, lineOf } from "./catalog.ts";
import { addColumn } from "./column.ts";
import { addConstraint } from "./constraint.ts";
import { checkLength } from "./name-length.ts";

/** Adds a table with all that its statement says of it. */
export function createTable(catalog: Catalog, statement: CreateStmt): void {
  const { source, tell, tables, namespaces } = catalog;
  const name = statement.relation?.relname ?? "";
  const at = source.offsets.ofByte(statement.relation?.location ?? 0);
  const schema = statement.relation?.schemaname ?? namespaces.first;
  const other = namespaces.of.get(name) ?? schema;
  if (tables.has(name) && other !== schema) {
    const message = `${name} is created in ${other} and in ${schema}, and a run tells tables apart by their names alone; rename one of the two, such as ${schema}_${name}.`;
    tell({ severity: "error", rule: "duplicate-table", message, from: at, to: at + name.length });
    return;
  }
  if (tables.has(name) && statement.if_not_exists === true) return;
  if (tables.has(name) || catalog.views.has(name)) {
    const message = `${name} is created twice; remove one or rename it.`;
    tell({ severity: "error", rule: "duplicate-table", message, from: at, to: at + name.length });
    return;
  }
  checkLength(catalog, name, at);
  const table: TableRead = {
    name,
    columns: [],
    primaryKey: [],
    uniques: [],
    uniqueLines: [],
    foreignKeys: [],
    indexes: [],
    line: lineOf(catalog, at),
    at,
    columnsAt: new Map(),
    foreignKeysAt: [],
    isPartition: statement.partbound !== undefined,
  };
  tables.set(name, table);
  namespaces.of.set(name, schema);
  for (const parent of statement.inhRelations ?? []) {
    if ("RangeVar" in parent) copyColumns(catalog, table, parent.RangeVar.relname ?? "");
  }
  const elements = statement.tableElts ?? [];
  for (const element of elements) {
    if ("ColumnDef" in element) addColumn(catalog, table, element.ColumnDef);
    if ("TableLikeClause" in element) copyColumns(catalog, table, element.TableLikeClause.relation?.relname ?? "");
  }
  for (const element of elements) if ("Constraint" in element) addConstraint(catalog, table, element.Constraint, []);
}

function copyColumns(catalog: Catalog, table: TableRead, from: string): void {
  const like = catalog.tables.get(from);
  if (like === undefined) {
    const message = `${table.name} is made like ${from}, which does not exist at this line; create it above.`;
    catalog.tell({ severity: "error", rule: "unknown-table", message, from: table.at });
    return;
  }
  table.columns.push(...like.columns.map((column) => ({ ...column })));
  if (table.isPartition) table.primaryKey = like.primaryKey;
}
