import { type Of, type Reading, tableOf, whereOf } from "./reading.ts";
import type { Statement } from "./statement.ts";

export function selectOf(select: Of<"SelectStmt">, reading: Reading): Extract<Statement, { verb: "select" }> | null {
  const [from, ...more] = select.fromClause ?? [];
  if (from === undefined || more.length > 0 || !("RangeVar" in from) || select.groupClause !== undefined) return null;
  const table = tableOf(from.RangeVar, reading);
  const where = table === undefined ? null : whereOf(select.whereClause, table, reading);
  if (table === undefined || where === null) return null;
  return { verb: "select", table, where, isLocked: (select.lockingClause ?? []).length > 0 };
}
