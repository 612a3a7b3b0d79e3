import type { Comparison, Value, Where } from "@proofroom/domain/design/step";
import { isWholeNumber } from "../../../schema/column-kind.ts";
import { isRecord } from "../../fields.ts";
import { nextNumber } from "./next-number.ts";
import type { PlayedTable } from "../cast/played.ts";
import { isSameWho } from "../../owner/who-is-kept.ts";
import { isPerson, referenceTo, type Stage } from "../stage.ts";

/** What a template names and a design does not have; whatever names it is left out. */
export const missing = Symbol("missing");
type Missing = typeof missing;

/** A value of a template: a meaning becomes the word for it here, `$in.seat` what is sent, `$hold.until` a column of a row before. */
export function valueOf(
  template: unknown,
  role: PlayedTable | null,
  column: string | null,
  stage: Stage,
): Value | Missing {
  if (typeof template === "string") return textOf(template, role, column, stage);
  if (typeof template === "number" || typeof template === "boolean" || template === null) return template;
  if (!isRecord(template)) return missing;
  if (template["uuid"] === true) return role?.columns.get(column ?? "")?.newName ?? { uuid: true };
  if (typeof template["base62"] === "number") return { base62: template["base62"] };
  if ("json" in template) return documentOf(template["json"], stage);
  if ("until" in template) {
    const end = valueOf(template["until"], role, column, stage);
    return end === missing ? missing : { until: end };
  }
  for (const name of ["add", "sub"] as const) {
    const pair = template[name];
    if (!Array.isArray(pair)) continue;
    const left = valueOf(pair[0], role, null, stage);
    const right = valueOf(pair[1], role, null, stage);
    if (left === missing || right === missing) return missing;
    return name === "add" ? { add: [left, right] } : { sub: [left, right] };
  }
  return missing;
}

/** A document of the parts that can be said. */
function documentOf(template: unknown, stage: Stage): Value | Missing {
  const parts = Object.entries(isRecord(template) ? template : {}).flatMap(([name, part]) => {
    const value = valueOf(part, null, null, stage);
    return value === missing ? [] : [[name, value] as const];
  });
  return parts.length === 0 ? missing : { json: Object.fromEntries(parts) };
}

function textOf(text: string, role: PlayedTable | null, column: string | null, stage: Stage): Value | Missing {
  const input = /^\$in\.(\w+)$/.exec(text)?.[1];
  if (input !== undefined) return referenceTo(input, stage) ?? missing;
  const [, of, name] = /^\$(\w+)\.(\w+)$/.exec(text) ?? [];
  const owner = of === undefined ? undefined : stage.cast.get(of);
  if (owner !== undefined) {
    const found = owner.columns.get(name ?? "");
    return found === undefined ? missing : `$${owner.table.name}.${found.column.name}`;
  }
  if (text === "$lasts") return stage.lasts ?? missing;
  const played = column === null ? undefined : role?.columns.get(column);
  if (text === "$next") return played === undefined ? missing : nextNumber(played.column.name);
  if (text === "$forever") {
    const endless = played === undefined ? undefined : stage.endlessIn(played.column);
    return endless === undefined ? missing : endless;
  }
  if (text.startsWith("$")) return text;
  if (played === undefined || played.values.size === 0) {
    const isRefused = column !== null && played?.column.values?.includes(text) === false;
    return isRefused ? missing : text;
  }
  const word = played.values.get(text);
  if (word === undefined) return missing;
  return isWholeNumber(played.column) ? Number(word) : word;
}

/** Column role → value, as the columns of this design that there are. */
export function valuesOf(template: unknown, role: PlayedTable, stage: Stage): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, part] of isRecord(template) ? Object.entries(template) : []) {
    const column = role.columns.get(name)?.column;
    const value = column?.isBeginning === true ? begun(part) : valueOf(part, role, name, stage);
    if (column !== undefined && value !== missing) values[column.name] = value;
  }
  return values;
}

/** Of a row that lasts from a time on that time is kept, and none that is for good. */
const begun = (end: unknown): Value | Missing => (end === null ? null : isRecord(end) ? "$now" : missing);

/**
 * A condition in terms of roles. What names something missing is left out, except of alternatives: one of them that cannot be
 * said whole is no alternative.
 */
export function whereOf(template: unknown, role: PlayedTable, key: Where, stage: Stage): Where {
  const where: Where = {};
  for (const [name, part] of isRecord(template) ? Object.entries(template) : []) {
    if (name === "$key") Object.assign(where, key);
    else if (Array.isArray(part)) {
      const either = part.map((one) => [one, whereOf(one, role, key, stage)] as const);
      const whole = either.filter(
        ([one, said]) => isRecord(one) && Object.keys(one).length === Object.keys(said).length,
      );
      if (whole.length > 0) where[name] = whole.map(([, said]) => said);
    } else {
      const column = role.columns.get(name)?.column.name;
      const comparison = comparisonOf(part, role, name, stage);
      if (column === undefined || comparison === missing) continue;
      if (!isPerson(name) || isKept(column, comparison, role, stage)) where[column] = comparison;
    }
  }
  return where;
}

/** Whether a column keeps who an earlier request came from, told in the way in which this one tells it. */
function isKept(column: string, who: Comparison, { table }: PlayedTable, { keepsWho, endpoint }: Stage): boolean {
  const kept = keepsWho(table.name, column, endpoint);
  return kept !== undefined && typeof who === "string" && isSameWho(kept, who);
}

const operators = ["eq", "lt", "lte", "gt", "gte"] as const;

function comparisonOf(template: unknown, role: PlayedTable, column: string, stage: Stage): Comparison | Missing {
  if (!isRecord(template)) return valueOf(template, role, column, stage);
  const operator = operators.find((one) => one in template);
  if (operator === undefined) return valueOf(template, role, column, stage);
  const given = valueOf(template[operator], role, column, stage);
  const isBeginning = role.columns.get(column)?.column.isBeginning === true;
  const value: Value | Missing =
    isBeginning && given === "$now" && stage.lasts !== null ? { sub: [given, stage.lasts] } : given;
  if (value === missing) return missing;
  switch (operator) {
    case "eq":
      return { eq: value };
    case "lt":
      return { lt: value };
    case "lte":
      return { lte: value };
    case "gt":
      return { gt: value };
    case "gte":
      return { gte: value };
  }
}
