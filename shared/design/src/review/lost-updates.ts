import { plainSteps } from "@proofroom/domain/design/steps-within";
import type { Step } from "@proofroom/domain/design/step";
import { placeOfStep } from "./places.ts";
import type { Review } from "./seen.ts";

/** A value that is read, reckoned with and written back: two at once read the same. */
export const reviewLostUpdates: Review = (seen, tell) => {
  for (const served of seen.served ?? [])
    for (const step of plainSteps(served.operation.steps)) {
      const column = reckonedIn(step);
      if (column === null || !("update" in step) || Object.hasOwn(step.where, column)) continue;
      tell("lost-update", {
        ...placeOfStep(served, step),
        message: `${served.operation.opId} writes ${step.update}.${column} from the value that it has read before: of two at once one is lost. Write it as one step, - increment: ${step.update}.${column}.`,
      });
    }
};

/** The column that is set to its own value plus or minus something. */
function reckonedIn(step: Step): string | null {
  if (!("update" in step)) return null;
  const found = Object.entries(step.set).find(([column, value]) => {
    if (typeof value !== "object" || value === null) return false;
    const parts = "add" in value ? value.add : "sub" in value ? value.sub : [];
    return parts.some((part) => part === `$row.${column}` || part === `$${step.update}.${column}`);
  });
  return found?.[0] ?? null;
}
