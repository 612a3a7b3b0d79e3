import type { Offer } from "@proofroom/domain/design/offer";
import type { Column } from "@proofroom/domain/design/model";
import type { PlainStep, Step, Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps, stepsIn } from "@proofroom/domain/design/steps-within";
import type { TableRead } from "../schema/catalog.ts";
import { endOf } from "./columns.ts";
import { offerOf, type Site, type Snippet } from "./site.ts";
import { isCached } from "./steps.ts";

/** Rows that end by themselves: a new one says when, and one that has ended is not found any more. */
export const expiry: Snippet = (site) =>
  site.tables.flatMap((table): Offer[] => {
    const end = endOf(table);
    const { steps, idempotency } = site.operation;
    if (end === undefined || looksAt(end, steps)) return [];
    const { name } = table;
    const isAsked = (step: Step): boolean => "get" in step && step.get === name && isCached(step, site);
    const change = changing(table, end, isAsked);
    const after = steps.flatMap((step) =>
      isAsked(step) ? [step, goneOnce(end, step, site)] : mapPlain([step], change),
    );
    const inCache = steps.filter(isAsked);
    const changed = [...inCache, ...plainSteps(steps).filter((step) => change(step) !== step)];
    if (changed.length === 0) return [];
    const says = [
      ...(changed.some((step) => "insert" in step) ? [`A new row of ${name} ends two minutes from now`] : []),
      ...(changed.some((step) => !("insert" in step))
        ? [`a row of ${name} counts only while ${end.name} is ${end.nullable ? "empty or " : ""}still to come`]
        : []),
    ].join("; ");
    return [
      offerOf(site, `Expiry by ${name}.${end.name}`, `${says.charAt(0).toUpperCase()}${says.slice(1)}.`, {
        steps: after,
        idempotency,
      }),
    ];
  });

/** Whether a branch is taken by the end already. */
const looksAt = (end: Column, steps: readonly Step[]): boolean =>
  steps.some((step) => ("if" in step && Object.hasOwn(step.if, end.name)) || looksAt(end, stepsIn(step) ?? []));

/** What a cache holds is found by its key alone, so that its end is looked at behind it. */
const goneOnce = (end: Column, step: Step, { read }: Site): Step => {
  const isDeclared = read.endpoint.responses.some((response) => response.status === 410);
  const usual = ("get" in step ? step.else : undefined) ?? 404;
  // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary, and a list, so nothing takes it for a promise
  return { if: { [end.name]: { lt: "$now" } }, then: [{ return: { status: isDeclared ? 410 : usual } }] };
};

/** Each step on the table with the end in it; one that is `kept` as it is. */
function changing({ name }: TableRead, end: Column, kept: (step: Step) => boolean): (step: PlainStep) => PlainStep {
  const over: Where = { [end.name]: { gte: "$now" } };
  const lasts: Where = end.nullable ? { any: [{ [end.name]: null }, over] } : over;
  const isFree = (where: Where): boolean =>
    !Object.hasOwn(where, end.name) && (!end.nullable || !Object.hasOwn(where, "any"));
  return (step) => {
    const isNew = "insert" in step && step.insert === name && !Object.hasOwn(step.values, end.name);
    if (isNew && end.default === undefined)
      return { ...step, values: { ...step.values, [end.name]: { add: ["$now", "2m"] } } };
    const isRead = "get" in step && step.get === name && step.cache === undefined && !kept(step);
    if (isRead && isFree(step.by)) return { ...step, by: { ...step.by, ...lasts } };
    const isLet = "update" in step && step.update === name && !Object.hasOwn(step.set, end.name);
    if (isLet && isFree(step.where)) return { ...step, where: { ...step.where, ...lasts } };
    return step;
  };
}
