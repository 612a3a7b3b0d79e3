import type { Offer } from "@proofroom/domain/design/offer";
import type { PlainStep, Where } from "@proofroom/domain/design/step";
import { mapPlain, plainSteps } from "@proofroom/domain/design/steps-within";
import { endOf } from "./columns.ts";
import { offerOf, type Snippet } from "./site.ts";

/** Rows that end by themselves: a new one says when, and one that has ended is not found any more. */
export const expiry: Snippet = (site) =>
  site.tables.flatMap((table): Offer[] => {
    const end = endOf(table);
    if (end === undefined) return [];
    const { name } = table;
    const over: Where = { [end.name]: { gte: "$now" } };
    const lasts: Where = end.nullable ? { any: [{ [end.name]: null }, over] } : over;
    const isFree = (where: Where): boolean =>
      !Object.hasOwn(where, end.name) && (!end.nullable || !Object.hasOwn(where, "any"));
    const change = (step: PlainStep): PlainStep => {
      if (
        "insert" in step &&
        step.insert === name &&
        !Object.hasOwn(step.values, end.name) &&
        end.default === undefined
      )
        return { ...step, values: { ...step.values, [end.name]: { add: ["$now", "2m"] } } };
      if ("get" in step && step.get === name && step.cache === undefined && isFree(step.by))
        return { ...step, by: { ...step.by, ...lasts } };
      const isLet = "update" in step && step.update === name && !Object.hasOwn(step.set, end.name);
      if (isLet && isFree(step.where)) return { ...step, where: { ...step.where, ...lasts } };
      return step;
    };
    const { steps, idempotency } = site.operation;
    const before = plainSteps(steps);
    const after = mapPlain(steps, change);
    const changed = plainSteps(after).filter((step, n) => step !== before[n]);
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
