import { type Check, columnsIn, type Held, heldIn, isMet } from "@proofroom/domain/design/check";
import { keyReference } from "@proofroom/domain/design/key-words";
import { isMoment } from "@proofroom/domain/design/moment";
import type { Column, Table } from "@proofroom/domain/design/model";
import type { Idempotency, PlainStep, Step, Value, Where } from "@proofroom/domain/design/step";
import { mapPlain } from "@proofroom/domain/design/steps-within";
import { isWholeNumber } from "../../../schema/column-kind.ts";
import { callerFor, isOwner } from "../../owner/caller.ts";
import { isKeyName } from "../../key/idempotency.ts";
import { type Assumed, madeUp, madeUpClause } from "../../convention/made-up.ts";
import type { Stage } from "../stage.ts";
import { asAnswered } from "./paid.ts";

export interface Meeting {
  steps: Step[];
  /** What is filled although nobody has said with what. */
  assumed: Assumed[];
}

/**
 * Steps that write also what the schema's checks tie to what they write: of `check ((status = 'held') = (held_until is not null))` a seat
 * that is sold is held until nothing. `kept` is how the request's key is kept.
 */
export function meetChecks(steps: Step[], kept: Idempotency | undefined, stage: Stage): Meeting {
  const assumed: Assumed[] = [];
  const tie = (table: Table, written: Record<string, Value>, before: Known): Record<string, Value> => {
    const tied: Record<string, Value> = {};
    for (const check of table.checks ?? []) {
      for (const [column, options] of forcedBy(check, table, { ...written, ...tied }, before)) {
        if (`${table.name}.${column.name}` === kept?.column) continue;
        const isKey = kept !== undefined && isKeyName(column.name) && !options.includes("null");
        const value: Met | undefined = isKey ? { as: keyReference(kept) } : valueFor(column, options, table, stage);
        if (value === undefined) continue;
        tied[column.name] = value.as;
        if (value.assumed !== undefined) assumed.push(value.assumed);
      }
    }
    return tied;
  };
  const meeting = (step: PlainStep): PlainStep => {
    if ("insert" in step) {
      const table = stage.tables.find(({ name }) => name === step.insert);
      if (table?.checks === undefined) return step;
      const isKeyed = (name: string): boolean => kept?.column === `${table.name}.${name}`;
      const before = new Map(
        table.columns.map((column) => [column.name, isKeyed(column.name) ? "some" : born(column)]),
      );
      return { ...step, values: { ...step.values, ...tie(table, step.values, before) } };
    }
    if (!("update" in step)) return step;
    const table = stage.tables.find(({ name }) => name === step.update);
    if (table?.checks === undefined) return step;
    return { ...step, set: { ...step.set, ...tie(table, step.set, foundBy(step.where)) } };
  };
  return { steps: mapPlain(steps, meeting), assumed };
}

type Known = ReadonlyMap<string, Held>;

/** How a column begins that an insert leaves out. */
function born({ default: standard, generated }: Column): Held {
  if (standard === undefined) return generated ? "some" : "null";
  const value = /^'((?:[^']|'')*)'/.exec(standard)?.[1] ?? /^(?:true|false|-?\d+)$/i.exec(standard)?.[0].toLowerCase();
  return value === undefined ? "some" : { value };
}

/** What a row holds that a condition finds, as far as that says so outright; what is compared with anything is there. */
const foundBy = (where: Where): Known =>
  new Map(
    Object.entries(where).flatMap(([column, part]): [string, Held][] => {
      if (part === null) return [[column, "null"]];
      if (typeof part === "object") return orders(part) ? [[column, "other"]] : [];
      return [[column, String(part).startsWith("$") ? "other" : { value: String(part) }]];
    }),
  );

const orders = (part: object): boolean => ["lt", "lte", "gt", "gte"].some((sign) => sign in part);

/** What a column holds once a value is written. */
function holding(value: Value): Held {
  if (value === null) return "null";
  if (typeof value === "object") return "until" in value ? (value.until === null ? "endless" : "other") : "some";
  return typeof value === "string" && value.startsWith("$") ? "other" : { value: String(value) };
}

/** More ways in which a row may be are not gone through. */
const mostCases = 512;

/**
 * The columns that have to change for a row to meet a check once something is written, each with all that it may be then. What the row
 * was before met the check too.
 */
function forcedBy(check: Check, table: Table, written: Record<string, Value>, before: Known): [Column, Held[]][] {
  const names = columnsIn(check);
  if (!names.some((name) => Object.hasOwn(written, name))) return [];
  const columns = table.columns.filter(({ name }) => names.includes(name));
  const open = columns.filter(({ name }) => !Object.hasOwn(written, name));
  const was = casesOf(check, columns, before);
  const now = new Map(Object.entries(written).map(([name, value]) => [name, holding(value)]));
  const is = casesOf(check, columns, now);
  if (was === null || is === null || is.length === 0) return [];
  return open.flatMap((column): [Column, Held[]][] => {
    const may = is.map((held) => held.get(column.name));
    const had = was.map((held) => held.get(column.name));
    const isMeant = (one: Held | undefined): boolean => may.some((other) => keyOf(other) === keyOf(one));
    return had.every((one) => one === "some" || isMeant(one)) ? [] : [[column, may.flatMap((one) => one ?? [])]];
  });
}

const keyOf = (held: Held | undefined): string => JSON.stringify(held ?? null);

/** All ways in which a row may be that meets a check; null where they are too many. */
function casesOf(check: Check, columns: Column[], known: Known): Known[] | null {
  let cases: Known[] = [new Map()];
  for (const column of columns) {
    const own = known.get(column.name);
    const may = own === undefined ? rangeOf(check, column) : [own];
    cases = cases.flatMap((one) => may.map((held) => new Map([...one, [column.name, held]])));
    if (cases.length > mostCases) return null;
  }
  return cases.filter((one) => isMet(check, (name) => one.get(name) ?? "some") !== false);
}

/** All that a check tells apart of what a column may hold. */
const rangeOf = (check: Check, { name, nullable }: Column): Held[] => [
  ...(nullable ? (["null"] as const) : []),
  ...heldIn(check, name),
  "other",
];

interface Met {
  as: Value;
  assumed?: Assumed;
}

/** What to write where a column may hold no more than these; undefined where that is not to be told. */
function valueFor(column: Column, options: Held[], table: Table, { endpoint, cast }: Stage): Met | undefined {
  const [first] = options;
  const isOne = options.every((one) => keyOf(one) === keyOf(first));
  if (isOne && first === "null") return { as: null };
  if (isOne && first === "endless") return { as: { until: null } };
  if (isOne && typeof first === "object") return { as: typed(first.value, column) };
  if (options.includes("null")) return undefined;
  if (isMoment(column)) return { as: "$now" };
  const isPersons = [...cast.values()].some(
    (player) => player.table === table && player.columns.get("user")?.column.name === column.name,
  );
  if (isPersons || isOwner(column, table)) return { as: callerFor(column, endpoint) };
  const made = madeUp(column, table);
  return made === undefined ? asAnswered(column, table) : { as: made, assumed: madeUpClause(column, table) };
}

const typed = (value: string, column: Column): Value =>
  column.type.startsWith("bool") ? value === "true" : isWholeNumber(column) ? Number(value) : value;
