import type { Operation, Table } from "@proofroom/domain/design/model";
import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { madeCode } from "../code/made-code.ts";

/**
 * What is to be said of an answer that carries what a worker has yet to write: that it is taken is found when nobody hears of it
 * any more. Null where nothing that is made may be taken, as of a counter's codes.
 */
export function unlooked(
  { opId, idempotency }: Operation,
  steps: readonly Step[],
  { tables, texts, worker }: { tables: readonly Table[]; texts: readonly string[]; worker: string },
): string | null {
  for (const step of plainSteps([...steps])) {
    if (!("insert" in step)) continue;
    const columns = tables.find(({ name }) => name === step.insert)?.columns ?? [];
    const taken = Object.entries(step.onConflict ?? {}).find(([name, does]) => {
      const column = columns.find((one) => one.name === name);
      const isCounted = column !== undefined && madeCode(column, texts)?.by === "counter";
      // A message that comes twice is to find its own key there.
      const isKey = idempotency?.column === `${step.insert}.${name}`;
      return (does === "ignore" || does === "return-existing") && !isCounted && !isKey;
    });
    if (taken === undefined) continue;
    return `${opId} has answered before ${worker} writes to ${step.insert}: that a ${taken[0]} is taken is found when nobody hears of it any more, and what was answered leads to another row, or to none. Write at once, or make what nobody else can have.`;
  }
  return null;
}
