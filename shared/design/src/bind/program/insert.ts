import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import type { Node } from "libpg-query";
import { columnIn } from "../../schema/one-of.ts";
import { stringOf } from "../../schema/type-text.ts";
import { columnCalled, isUnknown, type Of, type Reading, tableOf, whereOf, writtenTo } from "./reading.ts";
import { selectOf } from "./select.ts";
import type { Conflict, Statement } from "./statement.ts";

export function insertOf(insert: Of<"InsertStmt">, reading: Reading): Statement | null {
  const table = tableOf(insert.relation, reading);
  if (table === undefined) return null;
  const columns = (insert.cols ?? []).map((one) =>
    "ResTarget" in one ? columnCalled(one.ResTarget.name ?? "", table) : undefined,
  );
  const select = insert.selectStmt;
  const clause = insert.onConflictClause;
  if (select === undefined)
    return clause === undefined ? { verb: "insert", table, values: null, from: null, conflict: null } : null;
  if (!("SelectStmt" in select) || columns.includes(undefined)) return null;
  const { valuesLists } = select.SelectStmt;
  const source = valuesLists === undefined ? selectOf(select.SelectStmt, reading) : undefined;
  if (source === null) return null;
  const cells = source === undefined ? rowIn(valuesLists ?? []) : targetsIn(select.SelectStmt.targetList ?? []);
  if (cells === null || cells.length !== columns.length) return null;
  const values: Record<string, Value> = {};
  for (const [n, column] of columns.entries()) {
    const cell = cells[n];
    if (column !== undefined && isUnknown(cell, column, table, reading)) continue;
    const value = column === undefined ? undefined : cellOf(cell, column, table, source?.table, reading);
    if (column === undefined || value === undefined) return null;
    if (value !== byDefault) values[column] = value;
  }
  const conflict = clause === undefined ? null : conflictOf(clause, table, values, reading);
  if (conflict === undefined) return null;
  const from = source === undefined ? null : { table: source.table, where: source.where };
  return { verb: "insert", table, values, from, conflict };
}

/** `DEFAULT`: the column is left to the database. */
const byDefault = Symbol("default");

function cellOf(
  cell: Node | undefined,
  column: string,
  table: Table,
  source: Table | undefined,
  reading: Reading,
): Value | typeof byDefault | undefined {
  if (cell === undefined) return undefined;
  if ("SetToDefault" in cell) return byDefault;
  const copied = source === undefined ? null : columnIn(cell);
  const own = source === undefined || copied === null ? undefined : columnCalled(copied, source);
  return own === undefined ? writtenTo(cell, column, table, reading) : `$${source?.name}.${own}`;
}

function rowIn(lists: Node[]): Node[] | null {
  const [only, ...more] = lists;
  return only !== undefined && more.length === 0 && "List" in only ? (only.List.items ?? []) : null;
}

function targetsIn(targets: Node[]): Node[] | null {
  const found = targets.flatMap((one) =>
    "ResTarget" in one && one.ResTarget.val !== undefined ? [one.ResTarget.val] : [],
  );
  return found.length === targets.length ? found : null;
}

/** Undefined where it does what no step can. */
function conflictOf(
  { action, infer, targetList, whereClause }: Of<"InsertStmt">["onConflictClause"] & object,
  table: Table,
  values: Record<string, Value>,
  reading: Reading,
): Conflict | undefined {
  const columns = (infer?.indexElems ?? []).flatMap((one) =>
    "IndexElem" in one ? (columnCalled(one.IndexElem.name ?? "", table) ?? []) : [],
  );
  if (action === "ONCONFLICT_NOTHING") return { columns, does: "nothing" };
  if (columns.length === 0) return undefined;
  const set: Record<string, Value> = {};
  for (const target of targetList ?? []) {
    const { name = "", val } = "ResTarget" in target ? target.ResTarget : {};
    const column = columnCalled(name, table);
    const taken = excludedIn(val);
    const value =
      column === undefined ? undefined : taken === null ? writtenTo(val, column, table, reading) : values[taken];
    if (column === undefined || value === undefined) return undefined;
    set[column] = value;
  }
  const where = whereClause === undefined ? null : whereOf(whereClause, table, reading);
  return where === null ? undefined : { columns, does: "update", set, where };
}

/** `excluded.client_id`: the column of the row that was refused. */
function excludedIn(node: Node | undefined): string | null {
  if (node === undefined || !("ColumnRef" in node)) return null;
  const [of, name, ...more] = (node.ColumnRef.fields ?? []).map(stringOf);
  return of === "excluded" && more.length === 0 ? (name ?? null) : null;
}
