import type { Step } from "@proofroom/domain/design/step";
import { never } from "@proofroom/domain/never";
import { returned, redirected } from "../answer.ts";
import { goOn, type Outcome, type Scope } from "../scope.ts";
import { split } from "../statement.ts";
import type { StepContext } from "./context.ts";
import { remove } from "./delete.ts";
import { get } from "./get.ts";
import { insert } from "./insert.ts";
import { list } from "./list.ts";
import { increment, update } from "./update.ts";

/** A step that is no transaction; those are opened by `perform`. */
export type SingleStep = Exclude<Step, { transaction: Step[] }>;

export async function take(step: SingleStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const outcome = await taken(step, scope, context);
  const table = tableIn(step);
  if (outcome.next !== "go-on" || table === null || outcome.scope.row === null) return outcome;
  return goOn({ ...outcome.scope, rowOf: { ...outcome.scope.rowOf, [table]: outcome.scope.row } });
}

/** The table whose row a step leaves behind. */
function tableIn(step: SingleStep): string | null {
  if ("insert" in step) return step.insert;
  if ("get" in step) return step.get;
  if ("update" in step) return step.update;
  if ("delete" in step) return step.delete;
  return "increment" in step ? split(step.increment).table : null;
}

async function taken(step: SingleStep, scope: Scope, context: StepContext): Promise<Outcome> {
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
