import type { AlterTableCmd, AlterTableStmt } from "libpg-query";
import type { Catalog, TableRead } from "./catalog.ts";
import { addColumn } from "./column.ts";
import { addConstraint, whereIs } from "./constraint.ts";
import { typeText } from "./type-text.ts";

/** Changes a table as far as the model shows it; what else PostgreSQL can alter is left to PostgreSQL. */
export function alterTable(catalog: Catalog, statement: AlterTableStmt): void {
  const name = statement.relation?.relname ?? "";
  const table = catalog.tables.get(name);
  if (table === undefined) {
    if (statement.objtype !== "OBJECT_TABLE" || statement.missing_ok === true) return;
    const from = catalog.source.offsets.ofByte(statement.relation?.location ?? 0);
    const message = `${name} does not exist at this line; ${whereIs(catalog, name)}.`;
    catalog.tell({ severity: "error", rule: "unknown-table", message, from, to: from + name.length });
    return;
  }
  for (const node of statement.cmds ?? []) if ("AlterTableCmd" in node) change(catalog, table, node.AlterTableCmd);
}

function change(catalog: Catalog, table: TableRead, command: AlterTableCmd): void {
  const def = command.def;
  if (command.subtype === "AT_AddColumn" && def !== undefined && "ColumnDef" in def) {
    const added = def.ColumnDef;
    const isThere = table.columns.some((c) => c.name === added.colname);
    if (!isThere || command.missing_ok !== true) addColumn(catalog, table, added);
  }
  if (command.subtype === "AT_AddConstraint" && def !== undefined && "Constraint" in def) {
    addConstraint(catalog, table, def.Constraint, []);
  }
  const column = table.columns.find((c) => c.name === command.name);
  if (column === undefined) return;
  const subtype = command.subtype;
  if (subtype === "AT_SetNotNull") column.nullable = false;
  if (subtype === "AT_DropNotNull") column.nullable = true;
  if (subtype === "AT_AddIdentity") column.generated = true;
  if (subtype === "AT_ColumnDefault" && def === undefined) delete column.default;
  if (subtype === "AT_ColumnDefault" && def !== undefined) column.default = "…";
  if (subtype === "AT_DropColumn") table.columns = table.columns.filter((c) => c !== column);
  if (subtype === "AT_AlterColumnType" && def !== undefined && "ColumnDef" in def) {
    column.type = typeText(def.ColumnDef.typeName).text;
  }
}
