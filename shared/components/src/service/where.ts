import type { Column } from "@proofroom/domain/design/model";
import type { Comparison, Value, Where } from "@proofroom/domain/design/step";
import { evaluate } from "./evaluate.ts";
import type { Scope } from "./scope.ts";
import { columnValue, quoted, type Statement } from "./statement.ts";
import { endSql, isTimeRange } from "./time-range.ts";

interface Asked {
  scope: Scope;
  /** Of the table that is asked. */
  columns: readonly Column[] | undefined;
  absent: "ignored" | "no-row";
}

/**
 * The condition as SQL. A comparison with what was not sent is left out of a list, where it is a filter nobody asked for;
 * anywhere else it is true of no row, or an absent parameter would update them all.
 */
export function whereSql(statement: Statement, where: Where, asked: Asked): string {
  const { absent } = asked;
  const parts = Object.entries(where).flatMap(([column, condition]) => {
    if (Array.isArray(condition)) {
      const either = condition.map((part) => whereSql(statement, part, asked));
      return [either.length === 0 ? "false" : `(${either.join(" or ")})`];
    }
    const text = comparisonSql(statement, column, condition, asked);
    return text === null ? (absent === "ignored" ? [] : ["false"]) : [text];
  });
  return parts.length === 0 ? "true" : `(${parts.join(" and ")})`;
}

function comparisonSql(
  statement: Statement,
  column: string,
  condition: Comparison,
  { scope, columns }: Asked,
): string | null {
  const name = quoted(column);
  const own = columns?.find((one) => one.name === column);
  if (typeof condition === "object" && condition !== null && "in" in condition) {
    const given = condition.in.flatMap((value) => evaluate(value, scope)).filter((value) => value !== undefined);
    const list = given.map((value) => statement.bind(inColumn(value, own)));
    return given.length === 0 ? null : `${name} in (${list.join(", ")})`;
  }
  if (typeof condition === "object" && condition !== null && "anyCase" in condition) {
    const text = evaluate(condition.anyCase, scope);
    if (text === undefined) return null;
    return text === null ? "false" : `lower(${isText(own) ? name : `${name}::text`}) = lower(${statement.bind(text)})`;
  }
  const [operator, operand] = compared(condition);
  const value = evaluate(operand, scope);
  if (value === undefined) return null;
  if (value === null) return operator === "=" ? `${name} is null` : "false";
  if ((value instanceof Date || value === "infinity") && isTimeRange(own))
    return endSql(name, operator, statement.bind(value));
  return `${name} ${operator} ${statement.bind(inColumn(value, own))}`;
}

/** Of what is text already an index on its lower case is used. */
const isText = (column: Column | undefined): boolean =>
  column === undefined || /^(?:text|varchar|char|citext)/.test(column.type);

/** A time as the column counts it, a hash as the column's bytes; anything else as it is. */
const inColumn = (value: unknown, column: Column | undefined): unknown =>
  value instanceof Date || column?.type === "bytea" ? columnValue(value, column) : value;

function compared(
  condition: Exclude<Comparison, { in: Value[] } | { anyCase: Value }>,
): ["=" | "<" | "<=" | ">" | ">=", Value] {
  if (typeof condition !== "object" || condition === null) return ["=", condition];
  if ("eq" in condition) return ["=", condition.eq];
  if ("lt" in condition) return ["<", condition.lt];
  if ("lte" in condition) return ["<=", condition.lte];
  if ("gt" in condition) return [">", condition.gt];
  if ("gte" in condition) return [">=", condition.gte];
  return ["=", condition];
}

/** The value that a column must equal, where the condition says only that. */
export function equalTo(condition: Comparison | Where[]): Value | undefined {
  if (Array.isArray(condition)) return undefined;
  if (typeof condition === "object" && condition !== null && ("in" in condition || "anyCase" in condition))
    return undefined;
  const [operator, operand] = compared(condition);
  return operator === "=" ? operand : undefined;
}
