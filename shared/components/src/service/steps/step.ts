import type { Step } from "@proofroom/domain/design/step";
import { never } from "@proofroom/domain/never";
import { returned, redirected } from "../answer.ts";
import { goOn, type Outcome, type Scope } from "../scope.ts";
import type { StepContext } from "./context.ts";
import { remove } from "./delete.ts";
import { get } from "./get.ts";
import { insert } from "./insert.ts";
import { list } from "./list.ts";
import { increment, update } from "./update.ts";

/** A step that is no transaction; those are opened by `perform`. */
export type SingleStep = Exclude<Step, { transaction: Step[] }>;

export async function take(step: SingleStep, scope: Scope, context: StepContext): Promise<Outcome> {
  if ("insert" in step) return insert(step, scope, context);
  if ("get" in step) return get(step, scope, context);
  if ("list" in step) return list(step, scope, context);
  if ("update" in step) return update(step, scope, context);
  if ("delete" in step) return remove(step, scope, context);
  if ("increment" in step) return increment(step, scope, context);
  if ("publish" in step) {
    context.sayOnce(`no queue is deployed yet: what is published to ${step.publish} goes nowhere`);
    return goOn(scope);
  }
  if ("redirect" in step) return { next: "answer", answer: redirected(step, scope, context.operation) };
  if ("return" in step) return { next: "answer", answer: returned(step, scope, context.operation) };
  return never(step);
}
