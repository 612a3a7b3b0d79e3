import { isPlain } from "@proofroom/domain/design/steps-within";
import type { Step, Value } from "@proofroom/domain/design/step";

/**
 * How many rows of a table one request may leave that is done once, at least one: those of a log, which are told apart by what they say
 * has happened, as a payment and the sale behind it. Rows that say the same are one.
 */
export const rowsEach = (steps: readonly Step[], table: string): number => Math.max(1, kindsIn(steps, table).size);

/** What the rows say that are added on the way through steps on which they are the most. */
function kindsIn(steps: readonly Step[], table: string): Set<string> {
  let kinds = new Set<string>();
  let most = kinds;
  for (const step of steps) {
    if ("transaction" in step) kinds = kinds.union(kindsIn(step.transaction, table));
    else if ("forEach" in step) kinds = kinds.union(kindsIn(step.do, table));
    else if ("if" in step) {
      const [then, otherwise] = [step.then, step.else ?? []].map((one) => kinds.union(kindsIn(one, table)));
      for (const one of [then, otherwise]) if (one !== undefined) most = larger(most, one);
      const left = [...(isOver(step.then) ? [] : [then]), ...(isOver(step.else ?? []) ? [] : [otherwise])];
      kinds = left.reduce<Set<string>>((best, one) => larger(best, one ?? best), kinds);
    } else if ("insert" in step && step.insert === table) kinds = kinds.union(new Set([saidBy(step.values)]));
  }
  return larger(most, kinds);
}

const larger = (one: Set<string>, other: Set<string>): Set<string> => (other.size > one.size ? other : one);

/** Whether nothing behind these steps is done any more. */
function isOver(steps: readonly Step[]): boolean {
  const last = steps.at(-1);
  return last !== undefined && isPlain(last) && ("return" in last || "redirect" in last);
}

/** The words that a row is given outright, rather than what the request, or another row, says. */
const saidBy = (values: Record<string, Value>): string =>
  JSON.stringify(Object.entries(values).filter(([, value]) => typeof value === "string" && !value.startsWith("$")));
