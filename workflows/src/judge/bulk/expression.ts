import type { Column, Operation } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { base62Of, fromTemplate, literal } from "./row-number.ts";

export interface BulkInput {
  operation: Operation;
  /** What stands for an input field of the capability in row `{i}`. */
  fields: Record<string, string>;
}

/** How many users the rows belong to. */
const users = 1_000;

/** A step's value in row `i` as SQL; null where only a request could say it. */
export function expressionOf(value: Value, column: Column, input: BulkInput): string | null {
  if (value === null) return "null";
  if (typeof value === "string") return value.startsWith("$") ? referred(value, column, input) : literal(value);
  if (typeof value !== "object") return String(value);
  if ("base62" in value) return base62Of(value.base62, value.of);
  if ("uuid" in value) return "gen_random_uuid()";
  if ("snowflake" in value) return "1000000 + i";
  if ("nextval" in value) return `nextval(${literal(value.nextval)}::regclass)`;
  if ("encode62" in value || "decode62" in value) return null;
  if ("lower" in value) {
    const of = expressionOf(value.lower, column, input);
    return of === null ? null : `lower(${of})`;
  }
  if ("withoutQuery" in value) {
    const of = expressionOf(value.withoutQuery, column, input);
    return of === null ? null : `regexp_replace(${of}, '[?#].*$', '')`;
  }
  if ("hash" in value) {
    const of = expressionOf(value.hash, column, input);
    return of === null ? null : `left(encode(sha256(convert_to((${of})::text, 'UTF8')), 'hex'), ${value.first ?? 64})`;
  }
  if ("coalesce" in value) {
    return expressionOf(value.coalesce[0], column, input) ?? expressionOf(value.coalesce[1], column, input);
  }
  if ("json" in value) return null;
  if ("until" in value) {
    const end = expressionOf(value.until, column, input);
    return end === null ? null : `${column.type}(${now}, ${end})`;
  }
  const [left, right] = "add" in value ? value.add : value.sub;
  const sides = [expressionOf(left, column, input), duration(right) ?? expressionOf(right, column, input)];
  return sides.includes(null) ? null : `(${sides.join("add" in value ? " + " : " - ")})`;
}

function referred(reference: string, column: Column, { operation, fields }: BulkInput): string | null {
  if (reference === "$now") return now;
  if (reference === "$user") return userFor(column);
  const [, place, name = ""] = /^\$(body|path|query|header)\.(.+)$/.exec(reference) ?? [];
  if (place === undefined) return null;
  const same = (said: string): boolean =>
    place === "header" ? said.toLowerCase() === name.toLowerCase() : said === name;
  const field = Object.entries(operation.inputs).find(([, at]) => at.in === place && same(at.name))?.[0];
  const template = field === undefined ? undefined : fields[field];
  return template === undefined ? null : fromTemplate(template);
}

/** The rows were not all made in one moment. */
const now = "(now() - i * interval '1 second')";

function userFor({ type }: Column): string {
  if (type === "uuid") return `md5('user' || i % ${users})::uuid`;
  return /^(?:smallint|integer|bigint|numeric)/.test(type) ? `1 + i % ${users}` : `'user' || i % ${users}`;
}

const units: Record<string, string> = { ms: "milliseconds", s: "seconds", m: "minutes", h: "hours", d: "days" };

function duration(value: Value): string | null {
  const [, count, unit = ""] = typeof value === "string" ? (/^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(value) ?? []) : [];
  return count === undefined ? null : `interval '${count} ${units[unit]}'`;
}

/** A default that reads the time would say the same of all rows. */
export const spreadDefault = ({ default: sql, type }: Column): string | null =>
  sql !== undefined && type.startsWith("timestamp") && /now\(\)|current_timestamp/i.test(sql) ? now : null;
