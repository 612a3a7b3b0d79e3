import type { Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { type Node, parseSync } from "libpg-query";
import { columnIn } from "../../schema/one-of.ts";
import { stringOf } from "../../schema/type-text.ts";
import { asWhere } from "../sql/as-where.ts";
import { setTo } from "../sql/assignments.ts";
import { type Names, ownColumn } from "../sql/operand.ts";
import { plain } from "../names.ts";
import { paymentPart } from "../payment.ts";
import { conditionIn } from "../sql/parse-condition.ts";
import { withPlaceholders } from "../sql/placeholders.ts";

/** What an insert does about a row that is there; `where` is asked of that row before it gives way. */
export type Conflict =
  | { columns: string[]; does: "nothing" }
  | { columns: string[]; does: "update"; set: Record<string, Value>; where: Where };

/** A statement on one table in the words of steps. */
export type Statement =
  | { verb: "select"; table: Table; where: Where; isLocked: boolean }
  | { verb: "update"; table: Table; set: Record<string, Value>; where: Where }
  | { verb: "delete"; table: Table; where: Where }
  | {
      verb: "insert";
      table: Table;
      /** Null where the statement leaves them out: `VALUES (…)`. */
      values: Record<string, Value> | null;
      /** The row out of which it is made: `INSERT INTO … SELECT … FROM holds WHERE …`. */
      from: { table: Table; where: Where } | null;
      conflict: Conflict | null;
    };

/** What a parameter stands for where a column is compared with it, or set to it; undefined where nobody knows. */
export type Passing = (parameter: string, column: string, table: Table, isWritten: boolean) => Value | undefined;

interface Reading {
  tables: readonly Table[];
  names: readonly string[];
  passing: Passing;
}

type Of<K extends string> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;

/** A piece of SQL in the words of steps; null where it does not parse, or does anything that they cannot say. */
export function statementOf(written: string, tables: readonly Table[], passing: Passing): Statement | null {
  const { sql, names } = withPlaceholders(whole(inKeptNames(written, tables)));
  const node = comparesRefused.test(sql) ? null : parsed(sql);
  if (node === null) return null;
  const reading: Reading = { tables, names, passing };
  if ("SelectStmt" in node) return selectOf(node.SelectStmt, reading);
  if ("UpdateStmt" in node) return updateOf(node.UpdateStmt, reading);
  if ("DeleteStmt" in node) return deleteOf(node.DeleteStmt, reading);
  return "InsertStmt" in node ? insertOf(node.InsertStmt, reading) : null;
}

/** `HeldUntil` as the schema has it, `held_until`: in code of a service and in other databases names are written otherwise. */
function inKeptNames(sql: string, tables: readonly Table[]): string {
  const kept = new Map(
    tables.flatMap(({ name, columns }) => [name, ...columns.map((one) => one.name)]).map((name) => [plain(name), name]),
  );
  return sql.replace(/(?<![\w:@$"'])[A-Za-z]\w*[a-z]\w*/g, (name) =>
    /[A-Z]/.test(name) ? (kept.get(plain(name)) ?? name) : name,
  );
}

/** Whether the row that is there is compared with the one that was refused, which no step does. */
const comparesRefused = /\bdo\s{1,9}update\b[^;]{1,600}\bwhere\b[^;]{0,300}\bexcluded\./i;

/** Whether a piece of SQL is one whole statement. */
export const isStatement = (written: string): boolean => parsed(withPlaceholders(whole(written)).sql) !== null;

/** What stands for what is left out, as SQL has to have something there. */
const whole = (written: string): string =>
  written
    .replace(/\bvalues\s{0,9}\(\s{0,9}(?:\.{2,3}|…)\s{0,9}\)/gi, "default values")
    .replace(/(\binto\s{1,9}[\w."]{1,80}\s{1,9})(?:\([^()]{1,400}\)\s{1,9})(?=default values)/i, "$1")
    .replace(/\bselect\s{1,9}(?:\.{2,3}|…)/gi, "select *");

function parsed(sql: string): Node | null {
  try {
    const [first, ...more] = parseSync(sql).stmts ?? [];
    return more.length === 0 ? (first?.stmt ?? null) : null;
  } catch {
    return null;
  }
}

const tableOf = (relation: { relname?: string } | undefined, { tables }: Reading): Table | undefined =>
  tables.find(({ name }) => name.toLowerCase() === (relation?.relname ?? "").toLowerCase());

const namesOf = (table: Table, { names }: Reading): Names => ({
  names,
  columns: new Set(table.columns.map(({ name }) => name)),
});

/** Null where the condition says more than steps can. */
function whereOf(node: Node | undefined, table: Table, reading: Reading): Where | null {
  if (node === undefined) return null;
  const asked = conditionIn(node, namesOf(table, reading));
  return asked === null
    ? null
    : asWhere(asked, table, (parameter, column) => reading.passing(parameter, column, table, false));
}

function selectOf(select: Of<"SelectStmt">, reading: Reading): Statement | null {
  const [from, ...more] = select.fromClause ?? [];
  if (from === undefined || more.length > 0 || !("RangeVar" in from) || select.groupClause !== undefined) return null;
  const table = tableOf(from.RangeVar, reading);
  const where = table === undefined ? null : whereOf(select.whereClause, table, reading);
  if (table === undefined || where === null) return null;
  return { verb: "select", table, where, isLocked: (select.lockingClause ?? []).length > 0 };
}

function updateOf(update: Of<"UpdateStmt">, reading: Reading): Statement | null {
  const table = tableOf(update.relation, reading);
  const where = table === undefined ? null : whereOf(update.whereClause, table, reading);
  if (table === undefined || where === null || (update.fromClause ?? []).length > 0) return null;
  const set = assigned(update.targetList ?? [], table, reading);
  return set === null ? null : { verb: "update", table, set, where };
}

function assigned(targets: Node[], table: Table, reading: Reading): Record<string, Value> | null {
  const set: Record<string, Value> = {};
  for (const target of targets) {
    if (!("ResTarget" in target)) return null;
    const { name = "", val, indirection } = target.ResTarget;
    const column = columnCalled(name, table);
    if (column !== undefined && isUnknown(val, column, table, reading)) continue;
    const value = column === undefined ? undefined : writtenTo(val, column, table, reading);
    if (column === undefined || value === undefined || indirection !== undefined) return null;
    set[column] = value;
  }
  return set;
}

/** What the service has from elsewhere, such as from who takes the money, stays empty where it may. */
function isUnknown(node: Node | undefined, name: string, table: Table, reading: Reading): boolean {
  const column = table.columns.find((one) => one.name === name);
  const isPassed = node !== undefined && "ParamRef" in node;
  return (
    column?.nullable === true &&
    paymentPart(column) !== undefined &&
    isPassed &&
    writtenTo(node, name, table, reading) === undefined
  );
}

const columnCalled = (name: string, table: Table): string | undefined =>
  table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name;

function writtenTo(node: Node | undefined, column: string, table: Table, reading: Reading): Value | undefined {
  const [first, second, ...more] = node !== undefined && "CoalesceExpr" in node ? (node.CoalesceExpr.args ?? []) : [];
  const own = ownColumn(first, namesOf(table, reading));
  if (own !== null && second !== undefined && more.length === 0) {
    const other = writtenTo(second, column, table, reading);
    return other === undefined ? undefined : { coalesce: [`$${table.name}.${own}`, other] };
  }
  return setTo(node, namesOf(table, reading), (parameter) => reading.passing(parameter, column, table, true));
}

function deleteOf(remove: Of<"DeleteStmt">, reading: Reading): Statement | null {
  const table = tableOf(remove.relation, reading);
  const where = table === undefined ? null : whereOf(remove.whereClause, table, reading);
  if (table === undefined || where === null || (remove.usingClause ?? []).length > 0) return null;
  return { verb: "delete", table, where };
}

function insertOf(insert: Of<"InsertStmt">, reading: Reading): Statement | null {
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
  if (source === null || (source !== undefined && source.verb !== "select")) return null;
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
