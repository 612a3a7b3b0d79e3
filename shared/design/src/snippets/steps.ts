import type { Step } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { successIn } from "../api/success.ts";
import { ofTable } from "../bind/steps/of-table.ts";
import { rowBody } from "../bind/steps/template.ts";
import type { TableRead } from "../schema/catalog.ts";
import type { Site } from "./site.ts";

const isAnswer = (step: Step): boolean => "return" in step || "redirect" in step;

/** The steps before the last one that answers, and that one. */
export function parted(steps: readonly Step[]): { work: Step[]; answer: Step | undefined } {
  const last = steps.at(-1);
  return last !== undefined && isAnswer(last)
    ? { work: steps.slice(0, -1), answer: last }
    : { work: [...steps], answer: undefined };
}

export const outOfTransactions = (steps: readonly Step[]): Step[] =>
  steps.flatMap((step) => ("transaction" in step ? step.transaction : [step]));

/**
 * The table of the row that the answer would speak of as `$row`; none where steps branch, since it may be another each time.
 * A branch that only answers, such as a 410, leads to no other row.
 */
export function rowOf(steps: readonly Step[], tables: TableRead[]): TableRead | undefined {
  const flat = outOfTransactions(steps);
  const branches = flat.filter((step) => "if" in step && !plainSteps([step]).every(isAnswer));
  if (branches.length > 0 || flat.some((step) => "forEach" in step || "list" in step)) return undefined;
  const names = flat.flatMap((step) => {
    if ("insert" in step) return [step.insert];
    if ("get" in step) return [step.get];
    if ("update" in step) return [step.update];
    return "increment" in step ? [step.increment.split(".")[0] ?? ""] : [];
  });
  return tables.find(({ name }) => name === names.at(-1));
}

/** Whether a row is read through a cache where the endpoint stands in the drawing. */
export const isCached = (step: Step, { seen, operation }: Site): boolean =>
  plainSteps(seen.served?.find((one) => one.operation.opId === operation.opId)?.operation.steps ?? []).some(
    (drawn) =>
      "get" in drawn &&
      "get" in step &&
      drawn.cache !== undefined &&
      drawn.get === step.get &&
      JSON.stringify(drawn.by) === JSON.stringify(step.by),
  );

/**
 * The answer with the row said by its table, so that a step before it which makes another row changes nothing of it; where no body is
 * declared nothing of the row is given away.
 */
export function pinned(answer: Step | undefined, table: TableRead, { read, senses }: Site): Step {
  if (answer !== undefined && "redirect" in answer)
    return { ...answer, redirect: ofTable(answer.redirect, table.name) };
  const success = successIn(read.endpoint.responses);
  const said = answer !== undefined && "return" in answer ? answer.return : {};
  const status = said.status ?? success?.status ?? 200;
  if (status === 204 || (said.body === undefined && success?.schema === undefined)) return { return: { status } };
  const body = said.body ?? rowBody(success?.schema, table, senses);
  return { return: { status, body: ofTable(body, table.name) } };
}
