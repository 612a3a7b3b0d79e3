import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Stage } from "../ways/stage.ts";
import type { Program } from "./program.ts";
import { holdsOnce } from "./touched.ts";

/** Whether who comes again meets a condition that is no more so, or a row that there may not be twice; else the statements simply do it once more. */
export function isRefusedTwice({ steps }: Program, stage: Stage): boolean {
  const plain = plainSteps(steps);
  return plain.some((step) => {
    if ("insert" in step) return holdsOnce(step.insert, stage);
    const [name, where] =
      "update" in step ? [step.update, step.where] : "get" in step ? [step.get, step.by] : [undefined, {}];
    return plain.some(
      (other) =>
        "update" in other &&
        other.update === name &&
        Object.entries(other.set).some(([column, value]) => isChanged(where[column], value)),
    );
  });
}

/** Whether a value that is asked for is another one behind it. */
const isChanged = (asked: unknown, value: unknown): boolean =>
  asked !== undefined &&
  !(typeof asked === "string" && asked.startsWith("$")) &&
  JSON.stringify(asked) !== JSON.stringify(value);

/** Whether a statement takes what is sold already as well, so that who comes again is answered by it. */
export function repeatsSold({ steps }: Program, { cast }: Stage): boolean {
  const sold = [...cast.values()].flatMap((player) =>
    [...player.columns.values()].flatMap(({ column, values }) => {
      const value = values.get("sold");
      return value === undefined ? [] : [{ table: player.table.name, column: column.name, value }];
    }),
  );
  return plainSteps(steps).some(
    (step) =>
      "update" in step &&
      sold.some(({ table, column, value }) => table === step.update && asksFor(step.where, column, value)),
  );
}

function asksFor(where: Record<string, unknown>, column: string, value: string): boolean {
  return Object.entries(where).some(([key, part]) => {
    if (Array.isArray(part)) return part.some((one) => asksFor(one, column, value));
    if (key !== column) return false;
    return typeof part === "object" && part !== null && "in" in part && Array.isArray(part.in)
      ? part.in.map(String).includes(value)
      : String(part) === value;
  });
}
