import type { Step } from "@proofroom/domain/design/step";

/** The table that a step reads or writes. */
export function tableIn(step: Step): string | undefined {
  if ("insert" in step) return step.insert;
  if ("get" in step) return step.get;
  if ("list" in step) return step.list;
  if ("update" in step) return step.update;
  if ("increment" in step) return step.increment.split(".")[0];
  return "delete" in step ? step.delete : undefined;
}
