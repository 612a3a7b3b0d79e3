import type { Step } from "@proofroom/domain/design/step";
import { readOperation } from "../bind/steps/said-operation.ts";
import { leavesOf, type StepRead } from "../bind/steps/step-form.ts";
import type { Served } from "./seen.ts";

/** The steps of an endpoint as its document spells them out, or none where convention decides; what is wrong with them has been told. */
export function writtenSteps({ read }: Served): StepRead[] {
  return (readOperation(read, () => {})?.read ?? []).flatMap(leavesOf);
}

/** Where a step is written; where convention decides, at its endpoint. */
export function placeOfStep(served: Served, step: Step): { from: number; to: number } {
  const word = Object.keys(step)[0] ?? "";
  const written = writtenSteps(served).find((one) => JSON.stringify(one.step) === JSON.stringify(step));
  return written === undefined
    ? { from: served.read.at, to: served.read.end }
    : { from: written.at, to: written.at + word.length };
}
