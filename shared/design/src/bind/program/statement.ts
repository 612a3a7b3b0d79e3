import type { Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import { type Node, parseSync } from "libpg-query";
import { withPlaceholders } from "../sql/placeholders.ts";
import { insertOf } from "./insert.ts";
import { inKeptNames } from "./kept-names.ts";
import {
  columnCalled,
  isUnknown,
  type Of,
  type Passing,
  type Reading,
  tableOf,
  whereOf,
  writtenTo,
} from "./reading.ts";
import { selectOf } from "./select.ts";

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

function deleteOf(remove: Of<"DeleteStmt">, reading: Reading): Statement | null {
  const table = tableOf(remove.relation, reading);
  const where = table === undefined ? null : whereOf(remove.whereClause, table, reading);
  if (table === undefined || where === null || (remove.usingClause ?? []).length > 0) return null;
  return { verb: "delete", table, where };
}
