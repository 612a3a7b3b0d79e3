import { isMet } from "./check.ts";
import type { Column, Table } from "./model.ts";
import type { PlainStep, Value } from "./step.ts";

/** The values that a step writes without which the database would refuse the row: of columns that may not be empty, or not beside the rest. */
export function valuesNeeded(step: PlainStep, tables: readonly Table[]): Value[] {
  const [name, values] =
    "insert" in step ? [step.insert, step.values] : "take" in step ? [step.take, step.set ?? {}] : ["", {}];
  const table = tables.find((one) => one.name === name);
  return (table?.columns ?? []).flatMap((column) => {
    const value = values[column.name];
    return value !== undefined && isNeeded(column, step, table) ? [value] : [];
  });
}

/** Whether a row that a step writes cannot be without something in a column. */
export function isNeeded(column: Column, step: PlainStep, table: Table | undefined): boolean {
  if ("insert" in step) return !column.nullable && column.default === undefined;
  if (!("take" in step)) return false;
  // A free row has nothing there yet; one that is filled is checked whole.
  const held = (name: string) => (name === column.name ? "null" : "some");
  return !column.nullable || (table?.checks ?? []).some((check) => isMet(check, held) === false);
}
