import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isDrawnUnlessSent } from "../bind/code/drawn.ts";
import { placeOfStep } from "./places.ts";
import type { Review } from "./seen.ts";

/**
 * A code that is drawn, and whose row is written over where it is taken: as no run makes as many codes as it takes for two to be the same,
 * no test shows that the first one then leads elsewhere.
 */
export const reviewOverwrittenCodes: Review = ({ served }, tell) => {
  for (const one of served ?? []) {
    for (const step of plainSteps(one.operation.steps)) {
      if (!("insert" in step)) continue;
      const taken = Object.entries(step.onConflict ?? {}).find(
        ([column, does]) => typeof does === "object" && "overwrite" in does && isDrawnUnlessSent(step.values[column]),
      )?.[0];
      if (taken === undefined) continue;
      tell("code-overwritten", {
        message: `${one.operation.opId} writes the row of a taken ${step.insert}.${taken} over: whoever was given that code first finds that it leads elsewhere. No test makes as many codes as that takes. Draw another code instead.`,
        ...placeOfStep(one, step),
      });
    }
  }
};
