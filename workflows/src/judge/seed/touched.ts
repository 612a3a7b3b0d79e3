import type { Operation, Table } from "@proofroom/domain/design/model";
import type { Comparison, Value, Where } from "@proofroom/domain/design/step";
import { tableIn } from "@proofroom/domain/design/steps-within";
import { besidesIn, parameterName, type Place, referringIn } from "./beside.ts";
import { columnName, fieldName } from "./equalities.ts";
import { withoutLoops } from "./without-loops.ts";

type Literal = string | number | boolean;

/** What the steps of an operation ask of tables and put into them, in the order in which they do. */
export interface Touched {
  /** Tables of which a row must be there already, with the columns by which it is found and those that a guard looks at. */
  looks: { table: string; by: string[]; guards: Record<string, Literal> }[];
  inserts: { table: string; columns: string[] }[];
  /** Columns that are changed in rows which are there. */
  updates: { table: string; columns: string[] }[];
  /** Pairs that are equal because a step compares or copies them: columns, and fields of the capability. */
  pairs: [string, string][];
}

/** `what` in words of equalities: a field that was sent, or a column of a row read before. */
type Meaning = (value: Value) => string | null;

export function touchedBy(operation: Operation, tables: readonly Table[]): Touched {
  const touched: Touched = { looks: [], inserts: [], updates: [], pairs: [] };
  let last: string | null = null;
  const beside = [...besidesIn(operation), ...referringIn(operation, tables)];
  const meaning: Meaning = (value) => {
    if (typeof value === "object" && value !== null && "coalesce" in value) return meaning(value.coalesce[0]);
    return typeof value === "string" ? (fieldOf(value, operation, beside) ?? columnOf(value, last)) : null;
  };
  for (const step of withoutLoops(operation.steps)) {
    const table = tableIn(step);
    if (table === undefined) continue;
    if ("insert" in step) {
      touched.inserts.push({ table, columns: Object.keys(step.values) });
      touched.pairs.push(...pairsOf(table, Object.entries(step.values), meaning));
    } else {
      const where = "get" in step ? step.by : "where" in step ? (step.where ?? {}) : {};
      const equal = equalIn(where);
      const pairs = pairsOf(table, equal, meaning);
      touched.pairs.push(...pairs);
      const by = equal.filter(([, value]) => meaning(value) !== null).map(([column]) => column);
      if ("update" in step || "take" in step) {
        const { set = {} } = step;
        touched.updates.push({ table, columns: Object.keys(set) });
        touched.pairs.push(...pairsOf(table, Object.entries(set), meaning));
      }
      if ("get" in step || "update" in step || "increment" in step)
        touched.looks.push({ table, by, guards: guardsIn(where) });
    }
    last = table;
  }
  return touched;
}

function fieldOf(value: string, { inputs }: Operation, beside: Place[]): string | null {
  const [, place = "", name = ""] = /^\$(body|path|query|header|user)(?:\.(.+))?$/.exec(value) ?? [];
  if (place === "user") return fieldName("user");
  const isHere = (at: Place): boolean =>
    at.in === place && (place === "header" ? at.name.toLowerCase() === name.toLowerCase() : at.name === name);
  const field = Object.entries(inputs).find(([, at]) => isHere(at))?.[0];
  if (field !== undefined) return fieldName(field);
  const found = beside.find((one) => isHere(one));
  return found === undefined ? null : fieldName(parameterName(found));
}

/** `$row.id` of the table that was touched last, `$seats.id` of the one that is named. */
function columnOf(value: string, last: string | null): string | null {
  const [, root = "", column] = /^\$(.+)\.([^.]+)$/.exec(value) ?? [];
  if (column === undefined || ["body", "path", "query", "header"].includes(root)) return null;
  if (root !== "row") return columnName(root, column);
  return last === null ? null : columnName(last, column);
}

function pairsOf(table: string, values: [string, Value][], meaning: Meaning): [string, string][] {
  return values.flatMap(([column, value]): [string, string][] => {
    const what = meaning(value);
    return what === null ? [] : [[columnName(table, column), what]];
  });
}

/** Columns that must equal a value. */
function equalIn(where: Where): [string, Value][] {
  return Object.entries(where).flatMap(([column, condition]): [string, Value][] => {
    const value = equalTo(condition);
    return value === undefined ? [] : [[column, value]];
  });
}

function equalTo(condition: Comparison | Where[]): Value | undefined {
  if (Array.isArray(condition)) return undefined;
  if (typeof condition !== "object" || condition === null) return condition;
  if ("eq" in condition) return condition.eq;
  if ("anyCase" in condition) return condition.anyCase;
  const isOther = ["lt", "lte", "gt", "gte", "in"].some((key) => key in condition);
  return isOther ? undefined : Object.keys(condition).length === 0 ? undefined : asValue(condition);
}

/** A function such as `{hash: …}` is a value of its own. */
function asValue(condition: Exclude<Comparison, string | number | boolean | null>): Value | undefined {
  return "hash" in condition || "add" in condition || "sub" in condition || "coalesce" in condition
    ? condition
    : undefined;
}

/** What a row has to hold for a guard to let it through: of alternatives the first that says so of a value. */
function guardsIn(where: Where): Record<string, Literal> {
  const guards: Record<string, Literal> = {};
  for (const [column, condition] of Object.entries(where)) {
    if (Array.isArray(condition)) Object.assign(guards, condition.map(guardsIn).find(isSaying) ?? {});
    else {
      const literal = literalOf(condition);
      if (literal !== null) guards[column] = literal;
    }
  }
  return guards;
}

const isSaying = (guards: Record<string, Literal>): boolean => Object.keys(guards).length > 0;

function literalOf(condition: Comparison): Literal | null {
  if (typeof condition === "object" && condition !== null && "in" in condition) return plain(condition.in[0]);
  if (typeof condition === "object" && condition !== null && "gt" in condition) return beyond(condition.gt, 1);
  if (typeof condition === "object" && condition !== null && "gte" in condition) return beyond(condition.gte, 0);
  return plain(equalTo(condition));
}

const beyond = (value: Value, by: number): number | null => (typeof value === "number" ? value + by : null);

const plain = (value: Value | undefined): Literal | null => {
  if (typeof value === "string") return value.startsWith("$") ? null : value;
  return typeof value === "number" || typeof value === "boolean" ? value : null;
};
