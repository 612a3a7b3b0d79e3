import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import type { Standing } from "./condition.ts";
import { operandIn, valueOf } from "./operand.ts";
import { Reading } from "./reading.ts";
import { tokensOf } from "./tokens.ts";

/** What an update sets, `status = 'available', hold_token = null`; null where anything of it cannot be said in steps. */
export function assignmentsOf(
  sets: string,
  table: Pick<Table, "columns">,
  standing: Standing,
): Record<string, Value> | null {
  const tokens = tokensOf(sets);
  if (tokens === null) return null;
  const reading = new Reading(tokens);
  const set: Record<string, Value> = {};
  do {
    const left = reading.next();
    const column =
      left?.kind === "word" ? table.columns.find(({ name }) => name.toLowerCase() === left.value)?.name : undefined;
    if (column === undefined || !(reading.sign("=") || reading.sign("=="))) return null;
    const operand = operandIn(reading);
    const value = operand === null ? undefined : valueOf(operand, column, standing);
    if (value === undefined) return null;
    set[column] = value;
  } while (reading.sign(","));
  return reading.isOver ? set : null;
}
