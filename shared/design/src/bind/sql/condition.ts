import type { Table } from "@proofroom/domain/design/model";
import type { Comparison, Value, Where } from "@proofroom/domain/design/step";
import { type Operand, operandIn } from "./operand.ts";
import { Reading } from "./reading.ts";
import { tokensOf } from "./tokens.ts";

/** What a parameter stands for that is compared with a column, or put into it; undefined where nobody knows. */
export type Standing = (parameter: string, column: string) => Value | undefined;

/** A condition on the rows of a table as it is written; null where anything of it cannot be said in steps. */
export function conditionOf(sql: string, table: Pick<Table, "columns">, standing: Standing): Where | null {
  const tokens = tokensOf(sql);
  if (tokens === null || tokens.length === 0) return null;
  const reading = new Reading(tokens);
  const where = eitherIn(reading, { table, standing });
  return reading.isOver ? where : null;
}

interface Given {
  table: Pick<Table, "columns">;
  standing: Standing;
}

/** Alternatives, `a = 1 or b = 2`. */
function eitherIn(reading: Reading, given: Given): Where | null {
  const parts: Where[] = [];
  do {
    const part = allIn(reading, given);
    if (part === null) return null;
    parts.push(part);
  } while (reading.word("or"));
  const [only, ...others] = parts;
  return others.length === 0 ? (only ?? null) : { any: parts };
}

/** What all has to be so; of one column only one thing can be asked. */
function allIn(reading: Reading, given: Given): Where | null {
  const where: Where = {};
  do {
    const part = oneIn(reading, given);
    if (part === null || Object.keys(part).some((column) => Object.hasOwn(where, column))) return null;
    Object.assign(where, part);
  } while (reading.word("and"));
  return where;
}

function oneIn(reading: Reading, given: Given): Where | null {
  const isNot = reading.word("not");
  const place = reading.place;
  if (reading.sign("(") && !isNot) {
    const inside = eitherIn(reading, given);
    if (inside !== null && reading.sign(")")) return inside;
    reading.goBack(place);
  }
  const left = operandIn(reading);
  if (left === null) return null;
  if ("column" in left) {
    const column = given.table.columns.find(({ name }) => name.toLowerCase() === left.column);
    if (column === undefined) return null;
    const found = askedOf(reading, column.name, given);
    if (found === undefined) return column.type.startsWith("bool") ? { [column.name]: !isNot } : null;
    return found === null || isNot ? null : found;
  }
  const sign = comparing.find((one) => reading.sign(one));
  const right = sign === undefined ? null : operandIn(reading);
  if (sign === undefined || isNot || right === null || !("column" in right)) return null;
  const column = given.table.columns.find(({ name }) => name.toLowerCase() === right.column)?.name;
  const value = column === undefined ? undefined : valueOf(left, column, given.standing);
  return column === undefined || value === undefined ? null : compared(column, turned[sign] ?? sign, value, given);
}

const comparing = ["=", "==", "<>", "!=", "<=", ">=", "<", ">"];
const turned: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** What is asked of a column behind its name; undefined where it stands alone, as a flag does, and null where it cannot be said. */
function askedOf(reading: Reading, column: string, given: Given): Where | null | undefined {
  if (reading.word("is")) {
    const isNot = reading.word("not");
    if (reading.word("null")) return isNot ? null : { [column]: null };
    const flag = ["true", "false"].find((one) => reading.word(one));
    return flag === undefined ? null : { [column]: (flag === "true") !== isNot };
  }
  const isNotIn = reading.word("not");
  if (reading.word("in")) {
    const values = listIn(reading, column, given);
    if (values === null) return null;
    return isNotIn ? othersOf(column, values, given) : { [column]: { in: values } };
  }
  const sign = isNotIn ? undefined : comparing.find((one) => reading.sign(one));
  if (sign === undefined) return isNotIn ? null : undefined;
  const right = operandIn(reading);
  const value = right === null ? undefined : valueOf(right, column, given.standing);
  return value === undefined ? null : compared(column, sign, value, given);
}

function listIn(reading: Reading, column: string, { standing }: Given): Value[] | null {
  const values: Value[] = [];
  if (!reading.sign("(")) return null;
  do {
    const one = operandIn(reading);
    const value = one === null ? undefined : valueOf(one, column, standing);
    if (value === undefined) return null;
    values.push(value);
  } while (reading.sign(","));
  return reading.sign(")") ? values : null;
}

/** The value of an operand beside a column; undefined where it has none that is known. */
export function valueOf(operand: Operand, column: string, standing: Standing): Value | undefined {
  if ("value" in operand) return operand.value;
  if ("parameter" in operand) return standing(operand.parameter, column);
  return "column" in operand ? standing(operand.column, column) : undefined;
}

function compared(column: string, sign: string, value: Value, given: Given): Where | null {
  if (value === null) return null;
  if (sign === "<>" || sign === "!=") return othersOf(column, [value], given);
  const words: Record<string, Comparison> = {
    "<": { lt: value },
    "<=": { lte: value },
    ">": { gt: value },
    ">=": { gte: value },
  };
  return { [column]: words[sign] ?? value };
}

/** Of a column that has but so many values, the others. */
function othersOf(column: string, values: readonly Value[], { table }: Given): Where | null {
  const all = table.columns.find(({ name }) => name === column)?.values ?? [];
  const others = all.filter((one) => !values.includes(one));
  const isKnown = values.every((value) => typeof value === "string" && all.includes(value));
  return isKnown && others.length > 0 ? { [column]: { in: others } } : null;
}
