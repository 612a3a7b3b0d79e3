import { leastOf } from "@proofroom/domain/design/least";
import type { Table } from "@proofroom/domain/design/model";
import type { Comparison, Value, Where } from "@proofroom/domain/design/step";
import { asDuration } from "../ways/told/time/durations.ts";
import type { Standing } from "./condition.ts";
import type { Operand } from "./operand.ts";
import type { Asked, Comparing } from "./parse-condition.ts";

/** A written condition in the words of steps; null where they have none for it. */
export function asWhere(asked: Asked, table: Pick<Table, "columns">, standing: Standing): Where | null {
  if ("all" in asked) {
    const parts = asked.all.map((one) => asWhere(one, table, standing));
    return parts.includes(null) ? null : parts.reduce<Where>((all, one) => both(all, one ?? {}), {});
  }
  if ("any" in asked) {
    const parts = asked.any.map((one) => asWhere(one, table, standing));
    return parts.includes(null) ? null : { any: parts.filter((one) => one !== null) };
  }
  const { column } = asked;
  if ("isNull" in asked) {
    if (asked.isNull) return { [column]: null };
    const least = leastOf(table.columns.find(({ name }) => name === column)?.type ?? "");
    return least === undefined ? null : { [column]: { gte: least } };
  }
  const other =
    asked.is === "<>" && !("oneOf" in asked.value) ? valueOf(asked.value, (name) => standing(name, column)) : undefined;
  const isOpen =
    other !== undefined && !("constant" in asked.value && otherValues(column, table, [asked.value.constant]));
  if (isOpen) return { any: [{ [column]: { lt: other } }, { [column]: { gt: other } }] };
  const comparison = comparisonOf(asked, table, standing);
  return comparison === undefined ? null : { [column]: comparison };
}

/** Both conditions at once, also where they ask two things of one column. */
function both(one: Where, other: Where): Where {
  const shared = Object.keys(other).filter((key) => Object.hasOwn(one, key));
  if (shared.length === 0) return { ...one, ...other };
  const { any, ...rest } = other;
  const apart = Object.keys(rest).some((key) => Object.hasOwn(one, key)) ? [rest] : [];
  const plain = apart.length === 0 ? { ...one, ...rest } : one;
  const more = [...apart.map((part) => [part]), ...(Array.isArray(any) ? [any] : [])];
  return more.reduce<Where>(
    (all, alternatives) =>
      Array.isArray(all["any"])
        ? { ...all, any: all["any"].map((each) => both(each, { any: alternatives })) }
        : { ...all, any: alternatives },
    plain,
  );
}

const words: Record<Exclude<Comparing, "=" | "<>">, "lt" | "lte" | "gt" | "gte"> = {
  "<": "lt",
  "<=": "lte",
  ">": "gt",
  ">=": "gte",
};

type Compared = Extract<Asked, { value: Operand }>;

function comparisonOf(
  { column, is, value }: Compared,
  table: Pick<Table, "columns">,
  standing: Standing,
): Comparison | undefined {
  if (is === "<>") {
    const denied = "oneOf" in value ? value.oneOf : "constant" in value ? [value.constant] : null;
    const left = denied === null ? undefined : otherValues(column, table, denied);
    const [first] = left ?? [];
    return left === undefined ? undefined : typeof first === "boolean" ? first : { in: left };
  }
  if ("oneOf" in value) return is === "=" ? { in: value.oneOf } : undefined;
  const own = valueOf(value, (name) => standing(name, column));
  if (own === undefined) return undefined;
  if (is === "=") return own;
  return words[is] === "lt"
    ? { lt: own }
    : words[is] === "lte"
      ? { lte: own }
      : words[is] === "gt"
        ? { gt: own }
        : { gte: own };
}

/** What a single operand is in the words of steps; undefined where nobody knows what is passed. */
export function valueOf(
  operand: Exclude<Operand, { oneOf: unknown }>,
  passed: (name: string) => Value | undefined,
): Value | undefined {
  if ("constant" in operand) return operand.constant;
  if ("passed" in operand) return passed(operand.passed);
  const { now: millis } = operand;
  if (millis === 0) return "$now";
  const by = asDuration(Math.abs(millis));
  return millis > 0 ? { add: ["$now", by] } : { sub: ["$now", by] };
}

/** What else a column may be, as its table says. */
function otherValues(
  column: string,
  { columns }: Pick<Table, "columns">,
  denied: readonly unknown[],
): (string | boolean)[] | undefined {
  const own = columns.find(({ name }) => name === column);
  if (own?.type === "boolean") return [true, false].filter((one) => !denied.includes(one));
  const left = own?.values?.filter((one) => !denied.includes(one));
  return left === undefined || left.length === 0 ? undefined : left;
}
