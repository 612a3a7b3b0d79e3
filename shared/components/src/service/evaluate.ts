import { randomUUID } from "node:crypto";
import { isReferenceName } from "@proofroom/domain/design/reference";
import { Value } from "@proofroom/domain/design/step";
import { millisOf } from "@proofroom/domain/infrastructure/duration";
import { never } from "@proofroom/domain/never";
import { decode62, encode62 } from "./base62.ts";
import { isRecord, type Scope } from "./scope.ts";
import { NextNumber } from "./next-number.ts";
import { snowflake } from "./snowflake.ts";
import { TimeRange } from "./time-range.ts";

/** What a value stands for in this request; undefined where it names what was not sent. */
export function evaluate(value: Value, scope: Scope): unknown {
  if (typeof value === "string") return value.startsWith("$") ? refer(value, scope) : value;
  if (typeof value !== "object" || value === null) return value;
  if ("base62" in value) return scope.draws.base62(value.base62, value.of);
  if ("uuid" in value) return randomUUID();
  if ("snowflake" in value) return snowflake();
  if ("nextval" in value) return new NextNumber(value.nextval);
  if ("encode62" in value) return inBase62(evaluate(value.encode62, scope), scope);
  if ("decode62" in value) return decode62(evaluate(value.decode62, scope));
  if ("lower" in value) return lowered(evaluate(value.lower, scope));
  if ("withoutQuery" in value) return withoutQuery(evaluate(value.withoutQuery, scope));
  if ("hash" in value) return scope.draws.hash(textOf(evaluate(value.hash, scope)), value.first);
  if ("coalesce" in value) return evaluate(value.coalesce[0], scope) ?? evaluate(value.coalesce[1], scope);
  if ("json" in value) return fill(value.json, scope);
  if ("until" in value) return new TimeRange(scope.now, evaluate(value.until, scope));
  const [left, right] = "add" in value ? value.add : value.sub;
  return combine(evaluate(left, scope), evaluate(right, scope), "add" in value ? 1 : -1);
}

const inBase62 = (number: unknown, { draws }: Scope): unknown =>
  number instanceof NextNumber
    ? (draws.counted() ?? new NextNumber(number.sequence, number.plus, true))
    : encode62(number);

/** A template as `return` holds it: every value in it stands for itself or for what it refers to. */
export function fill(template: unknown, scope: Scope): unknown {
  if (Array.isArray(template)) return template.map((item) => fill(item, scope));
  if (!isRecord(template)) return typeof template === "string" ? evaluate(template, scope) : template;
  const call = isCall(template) ? Value.safeParse(template) : null;
  return call?.success === true ? evaluate(call.data, scope) : fillParts(template, scope);
}

/** The same of a body: `{ hash: $row.code }` is an answer with one field, whatever that is called. */
export const fillBody = (template: unknown, scope: Scope): unknown =>
  isRecord(template) ? fillParts(template, scope) : fill(template, scope);

const fillParts = (template: Record<string, unknown>, scope: Scope): Record<string, unknown> =>
  Object.fromEntries(Object.entries(template).map(([name, part]) => [name, fill(part, scope)]));

const functions = new Set([
  "base62",
  "uuid",
  "snowflake",
  "encode62",
  "decode62",
  "lower",
  "withoutQuery",
  "hash",
  "coalesce",
  "add",
  "sub",
  "json",
]);

/** Of `{ hash: $row.hash }` the name is the column's. */
const isCall = (template: object): boolean => {
  const [[name, given] = [], ...more] = Object.entries(template);
  const isOwn = typeof given === "string" && given.startsWith("$") && given.endsWith(`.${name}`);
  return name !== undefined && more.length === 0 && functions.has(name) && !isOwn;
};

function refer(reference: string, scope: Scope): unknown {
  const [, root = "", rest] = /^\$([a-z]+)(?:\.(.+))?$/.exec(reference) ?? [];
  if (!isReferenceName(root)) return ofTable(reference, scope);
  switch (root) {
    case "body":
      return inside(scope.asked.body, rest);
    case "path":
    case "query":
      return inside(scope.asked[root], rest);
    case "header":
      return inside(scope.asked.header, rest?.toLowerCase());
    case "row":
      return inside(scope.row ?? undefined, rest);
    case "rows":
      return inside(scope.rows ?? undefined, rest);
    case "now":
      return scope.now;
    case "user":
      return scope.asked.user ?? undefined;
    case "cursor":
      return scope.cursor;
    case "count":
    case "cached":
    case "object":
    case "called":
    case "item":
      return scope[root] === undefined ? ofTable(reference, scope) : inside(scope[root], rest);
    case "message":
      return scope.asked.message === undefined ? ofTable(reference, scope) : inside(scope.asked.message, rest);
    default:
      return never(root);
  }
}

/** `$seats.id`: of the last row of that table; any other text that begins with a dollar is that text. */
function ofTable(reference: string, { rowOf }: Scope): unknown {
  const dot = reference.indexOf(".");
  const table = reference.slice(1, dot === -1 ? undefined : dot);
  if (!Object.hasOwn(rowOf, table)) return reference;
  return inside(rowOf[table], dot === -1 ? undefined : reference.slice(dot + 1));
}

/** By the whole name first: a query parameter may carry dots in its own. */
function inside(value: unknown, name: string | undefined): unknown {
  if (name === undefined) return value;
  if (isRecord(value) && Object.hasOwn(value, name)) return value[name];
  let at = value;
  for (const part of name.split(".")) {
    if (Array.isArray(at)) at = at[Number(part)];
    else at = isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined;
  }
  return at;
}

/** Numbers with numbers, a time with a duration such as `2m`; anything else has no answer. */
function combine(left: unknown, right: unknown, sign: 1 | -1): unknown {
  if (left instanceof Date) {
    const millis = typeof right === "string" ? millisOf(right) : Number(right);
    return millis === null || Number.isNaN(millis) ? null : new Date(left.getTime() + sign * millis);
  }
  if (left === null || left === undefined || right === null || right === undefined) return null;
  if (left instanceof NextNumber) return new NextNumber(left.sequence, left.plus + sign * Number(right));
  const sum = Number(left) + sign * Number(right);
  return Number.isNaN(sum) ? null : sum;
}

export const lowered = (value: unknown): unknown => (typeof value === "string" ? value.toLowerCase() : value);

const withoutQuery = (value: unknown): unknown => (typeof value === "string" ? value.replace(/[?#].*$/s, "") : value);

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}
