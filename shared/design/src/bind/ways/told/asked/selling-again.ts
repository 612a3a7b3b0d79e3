import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { alternativesIn } from "./alternatives.ts";
import { calledStatements } from "../statement/called-statement.ts";
import { isNamedIn, literally, updateIn } from "../statement/statement.ts";

/**
 * `… WHERE hold_id = $1 AND (status = 'SOLD' OR held_until > now())` takes the row also where it has been sold already, whatever the time:
 * the steps with updates that do so as well, and the condition as `said`; null where no statement is written so.
 */
export function sellingAgain(steps: Step[], text: string, tables: Table[]): { steps: Step[]; said: string } | null {
  let said: string | null = null;
  const changed = mapPlain(steps, (step) => {
    const table = "update" in step ? tables.find(({ name }) => name === step.update) : undefined;
    if (table === undefined || !("update" in step)) return step;
    const written = updateIn(text, table, step.set) ?? updateIn(calledStatements(text, table), table, step.set);
    const where = written === null ? null : withSold(step, written.where);
    if (written === null || where === null) return step;
    said = `where ${written.where}`;
    return { ...step, where };
  });
  return said === null ? null : { steps: changed, said };
}

/** The condition of an update with the rows that are as it makes them; null where what is written leaves those out. */
function withSold({ set, where }: { set: Record<string, Value>; where: Where }, condition: string): Where | null {
  const { parts } = alternativesIn(condition);
  for (const [column, value] of Object.entries(set)) {
    const before = where[column];
    if (before === undefined || Array.isArray(before) || before === value) continue;
    const name = `(?:\\w{1,30}\\.)?"?${literally(column)}"?`;
    if (typeof before !== "object" && (typeof value === "string" || typeof value === "number")) {
      const word = `'?${literally(String(value))}'?(?:::\\w{1,40})?`;
      const listed = new RegExp(`(?<!\\w)${name}\\s+in\\s*\\([^()]{0,80}(?<!\\w)${word}(?!\\w)`, "i");
      if (listed.test(condition)) return { ...where, [column]: { in: [before, value] } };
      const equal = new RegExp(`^[\\s(]*${name}\\s*={1,2}\\s*${word}[\\s)]*$`, "i");
      if (parts.some((part) => equal.test(part))) return eitherOf(where, { [column]: value }, parts);
    }
    const filled = new RegExp(`^[\\s(]*${name}\\s+is\\s+not\\s+null[\\s)]*$`, "i");
    if (before === null && value === "$now" && parts.some((part) => filled.test(part)))
      return eitherOf(where, { [column]: { lte: "$now" } }, parts);
  }
  return null;
}

/** A condition of which what the written alternatives look at is either as it was, or as `sold` says. */
function eitherOf(where: Where, sold: Where, parts: readonly string[]): Where {
  const [inside, outside] = [true, false].map((isInside) =>
    Object.fromEntries(
      Object.entries(where).filter(([column]) => parts.some((part) => isNamedIn(part, column)) === isInside),
    ),
  );
  return { ...outside, any: [sold, inside ?? {}] };
}
