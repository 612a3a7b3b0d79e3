import type { Step, Where } from "@proofroom/domain/design/step";
import { isPlain } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../../../fields.ts";

/** Whether a look for a row of a table is not there, by what the row is asked for and what it means, `sold`. */
export type IsLeft = (table: string, by: Where, meaning: string) => boolean;

/** Steps without some looks that refuse where they find a row, and without those that nothing is done about any more. */
export function withoutRefusing(steps: Step[], isLeft: IsLeft): Step[] {
  const kept: Step[] = [];
  for (let at = 0; at < steps.length; at += 1) {
    const [step, next] = [steps[at], steps[at + 1]];
    if (step === undefined) continue;
    if ("transaction" in step) kept.push({ transaction: withoutRefusing(step.transaction, isLeft) });
    else if ("get" in step && next !== undefined && "if" in next && next.else === undefined) {
      const inside = withoutRefusing(next.then, isLeft);
      const meaning = refusedAs(next.then);
      const isGone =
        (meaning !== null && isLeft(step.get, step.by, meaning)) || (inside.length === 0 && next.then.length > 0);
      // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
      if (!isGone) kept.push(step, { ...next, then: inside });
      at += 1;
    } else kept.push(step);
  }
  return kept;
}

/** What a row means for which all is refused, `sold`; null where it is not. */
function refusedAs([step, ...more]: Step[]): string | null {
  if (step === undefined || more.length > 0 || !isPlain(step) || !("return" in step)) return null;
  const { status = 200, body } = step.return;
  const error = isRecord(body) ? body["error"] : undefined;
  return status >= 400 && typeof error === "string" ? error : null;
}
