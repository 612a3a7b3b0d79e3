import type { PlainStep } from "@proofroom/domain/design/step";
import { tableIn } from "@proofroom/domain/design/steps-within";
import { returned, redirected } from "../answer.ts";
import { evaluate } from "../evaluate.ts";
import { goOn, type Outcome, type Scope } from "../scope.ts";
import { useCache } from "./cache.ts";
import { call } from "./call.ts";
import type { StepContext } from "./context.ts";
import { count } from "./count.ts";
import { remove } from "./delete.ts";
import { get } from "./get.ts";
import { insert } from "./insert.ts";
import { list } from "./list.ts";
import { useObjects } from "./object.ts";
import { takeOne } from "./take.ts";
import { increment, update } from "./update.ts";

/** Takes a step that has no others in it. */
export async function take(step: PlainStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const outcome = await taken(step, scope, context);
  const table = "list" in step || "count" in step ? undefined : tableIn(step);
  if (outcome.next !== "go-on" || table === undefined || outcome.scope.row === null) return outcome;
  return goOn({ ...outcome.scope, rowOf: { ...outcome.scope.rowOf, [table]: outcome.scope.row } });
}

async function taken(step: PlainStep, scope: Scope, context: StepContext): Promise<Outcome> {
  if ("insert" in step) return insert(step, scope, context);
  if ("get" in step) return get(step, scope, context);
  if ("list" in step) return list(step, scope, context);
  if ("count" in step) return count(step, scope, context);
  if ("update" in step) return update(step, scope, context);
  if ("delete" in step) return remove(step, scope, context);
  if ("take" in step) return takeOne(step, scope, context);
  if ("increment" in step) return increment(step, scope, context);
  if ("publish" in step) return publish(step, scope, context);
  if ("call" in step) return call(step, scope, context);
  if ("redirect" in step) return { next: "answer", answer: redirected(step, scope, context.operation) };
  if ("return" in step) return { next: "answer", answer: returned(step, scope, context.operation) };
  if ("object.put" in step || "object.get" in step || "object.delete" in step) return useObjects(step, scope, context);
  return useCache(step, scope, context);
}

type PublishStep = Extract<PlainStep, { publish: string }>;

async function publish(step: PublishStep, scope: Scope, { sayOnce, ...context }: StepContext): Promise<Outcome> {
  if (step.to === undefined) {
    sayOnce(`no queue is drawn for ${step.publish}: what is published there goes nowhere`);
    return goOn(scope);
  }
  const fields = Object.entries(step.message ?? {}).map(([name, value]) => [name, evaluate(value, scope) ?? null]);
  // Without fields of its own the message is the row that the steps have come to.
  const sent = step.message === undefined ? (scope.row ?? {}) : Object.fromEntries(fields);
  await context.publish(step.to, sent);
  return goOn({ ...scope, rowOf: { [step.publish]: sent, ...scope.rowOf } });
}
