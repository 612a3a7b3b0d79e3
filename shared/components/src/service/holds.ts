import type { Comparison, Condition, Where } from "@proofroom/domain/design/step";
import { evaluate, lowered } from "./evaluate.ts";
import type { Scope } from "./scope.ts";

/** Whether a condition is true now: of what was found, of the row's columns, or of any value by its reference. */
export function holds(condition: Condition, scope: Scope): boolean {
  if ("found" in condition && typeof condition.found === "boolean") return scope.found === condition.found;
  return all(condition, scope);
}

const all = (where: Where, scope: Scope): boolean =>
  Object.entries(where).every(([name, given]) => {
    if (Array.isArray(given)) return given.some((part) => all(part, scope));
    return compares(evaluate(name.startsWith("$") ? name : `$row.${name}`, scope) ?? null, given, scope);
  });

function compares(value: unknown, given: Comparison, scope: Scope): boolean {
  if (typeof given !== "object" || given === null) return isSame(value, evaluate(given, scope) ?? null);
  if ("in" in given) return given.in.flatMap((one) => evaluate(one, scope)).some((one) => isSame(value, one ?? null));
  if ("eq" in given) return isSame(value, evaluate(given.eq, scope) ?? null);
  if ("anyCase" in given) return isSame(lowered(value), lowered(evaluate(given.anyCase, scope) ?? null));
  if ("lt" in given) return order(value, evaluate(given.lt, scope)) < 0;
  if ("lte" in given) return order(value, evaluate(given.lte, scope)) <= 0;
  if ("gt" in given) return order(value, evaluate(given.gt, scope)) > 0;
  if ("gte" in given) return order(value, evaluate(given.gte, scope)) >= 0;
  return isSame(value, evaluate(given, scope) ?? null);
}

export const isSame = (a: unknown, b: unknown): boolean => a === b || order(a, b) === 0;

/** Times by their moment, numbers by their size also where one of them is text; what is missing compares with nothing. */
function order(a: unknown, b: unknown): number {
  if (a === null || a === undefined || b === null || b === undefined) return Number.NaN;
  if (a instanceof Date || b instanceof Date) return momentOf(a) - momentOf(b);
  if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

function momentOf(value: unknown): number {
  if (value instanceof Date) return value.getTime();
  const counted = Number(value);
  // Seconds since 1970 have ten digits until 2286.
  return Number.isInteger(counted) ? counted * (counted < 100_000_000_000 ? 1_000 : 1) : Date.parse(String(value));
}
