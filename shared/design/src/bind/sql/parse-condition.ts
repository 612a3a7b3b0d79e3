import { type Node, parseSync } from "libpg-query";
import { stringOf } from "../../schema/type-text.ts";
import { constantsIn, type Names, type Operand, operandOf, ownColumn, sumOf } from "./operand.ts";
import { withPlaceholders } from "./placeholders.ts";

/** What a written condition asks of a row, as far as one can be said of it. */
export type Asked =
  | { all: Asked[] }
  | { any: Asked[] }
  | { column: string; is: Comparing; value: Operand }
  | { column: string; isNull: boolean };

export type Comparing = "=" | "<>" | "<" | "<=" | ">" | ">=";

const deepest = 8;
const longest = 600;

/**
 * A condition of SQL, with its parameters in any language's writing: `id = :seat AND (status = 'free' OR until < now())`; null where it does
 * not parse, or says anything else, such as what stands in other tables. `columns` are those of its table: another name is a variable.
 */
export function parseCondition(written: string, columns: ReadonlySet<string>): Asked | null {
  if (written.length > longest) return null;
  const { sql, names } = withPlaceholders(written);
  const node = parsed(sql);
  return node === null ? null : conditionIn(node, { names, columns });
}

/** The same of the condition of a statement that is parsed already. */
export const conditionIn = (node: Node, names: Names): Asked | null => askedIn(node, names, 0);

function parsed(sql: string): Node | null {
  try {
    const statement = parseSync(`SELECT 1 WHERE ${sql}`).stmts?.[0]?.stmt;
    return statement !== undefined && "SelectStmt" in statement ? (statement.SelectStmt.whereClause ?? null) : null;
  } catch {
    return null;
  }
}

function askedIn(node: Node, names: Names, depth: number): Asked | null {
  if (depth > deepest) return null;
  if ("BoolExpr" in node) {
    const { boolop, args = [] } = node.BoolExpr;
    if (boolop === "NOT_EXPR") {
      const [one] = args;
      const inner = one === undefined ? null : askedIn(one, names, depth + 1);
      return inner === null ? null : opposite(inner);
    }
    const parts = args.map((one) => askedIn(one, names, depth + 1));
    if (parts.includes(null)) return null;
    const asked = parts.filter((one) => one !== null);
    return boolop === "AND_EXPR" ? { all: asked } : { any: asked };
  }
  if ("NullTest" in node) {
    const column = ownColumn(node.NullTest.arg, names);
    return column === null ? null : { column, isNull: node.NullTest.nulltesttype === "IS_NULL" };
  }
  if ("BooleanTest" in node) {
    const column = ownColumn(node.BooleanTest.arg, names);
    const isTrue = ["IS_TRUE", "IS_NOT_FALSE"].includes(node.BooleanTest.booltesttype ?? "");
    return column === null ? null : { column, is: "=", value: { constant: isTrue } };
  }
  if ("A_Expr" in node) return comparedIn(node.A_Expr, names);
  const flag = ownColumn(node, names);
  return flag === null ? null : { column: flag, is: "=", value: { constant: true } };
}

type Expression = Extract<Node, { A_Expr: unknown }>["A_Expr"];

function comparedIn({ kind, name, lexpr, rexpr }: Expression, names: Names): Asked | null {
  const sign = (name ?? []).map(stringOf).join("").replace("!=", "<>");
  if (kind === "AEXPR_IN" || kind === "AEXPR_OP_ANY") {
    const column = ownColumn(lexpr, names);
    const oneOf = constantsIn(rexpr);
    if (column === null || oneOf === null || (sign !== "=" && sign !== "<>")) return null;
    return { column, is: sign, value: { oneOf } };
  }
  const is = kind === "AEXPR_NOT_DISTINCT" ? "=" : kind === "AEXPR_DISTINCT" ? "<>" : kind === "AEXPR_OP" ? sign : "";
  if (is === "@>") return containing(lexpr, rexpr, names);
  if (!isComparing(is)) return null;
  return compare(lexpr, is, rexpr, names) ?? compare(rexpr, turned[is], lexpr, names);
}

/** `during @> now()`: the range is there, and its end is not. */
function containing(range: Node | undefined, time: Node | undefined, names: Names): Asked | null {
  const column = ownColumn(range, names);
  const value = operandOf(time, names);
  return column === null || value === null || !("now" in value) ? null : { column, is: ">", value };
}

function compare(left: Node | undefined, is: Comparing, right: Node | undefined, names: Names): Asked | null {
  const shifted = laterColumn(left, names);
  const value = operandOf(right, names);
  if (shifted === null || value === null) return null;
  if (shifted.millis === 0) return { column: shifted.column, is, value };
  return "now" in value ? { column: shifted.column, is, value: { now: value.now - shifted.millis } } : null;
}

/** `held_until`, or `held_until + interval '10 minutes'`. */
function laterColumn(node: Node | undefined, names: Names): { column: string; millis: number } | null {
  const column = ownColumn(node, names) ?? ownColumn(endOf(node), names);
  if (column !== null) return { column, millis: 0 };
  const sum = sumOf(node);
  const inner = sum === null ? null : ownColumn(sum.of, names);
  return inner === null || sum === null ? null : { column: inner, millis: sum.millis };
}

/** What `upper(…)` is the end of. */
function endOf(node: Node | undefined): Node | undefined {
  if (node === undefined || !("FuncCall" in node)) return undefined;
  const { funcname, args = [] } = node.FuncCall;
  return stringOf(funcname?.at(-1)) === "upper" && args.length === 1 ? args[0] : undefined;
}

const turned: Record<Comparing, Comparing> = { "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
const against: Record<Comparing, Comparing> = { "=": "<>", "<>": "=", "<": ">=", "<=": ">", ">": "<=", ">=": "<" };
const isComparing = (sign: string): sign is Comparing => Object.hasOwn(turned, sign);

/** What a row is asked that must not be so. */
export function opposite(asked: Asked): Asked {
  if ("all" in asked) return { any: asked.all.map(opposite) };
  if ("any" in asked) return { all: asked.any.map(opposite) };
  return "isNull" in asked ? { ...asked, isNull: !asked.isNull } : { ...asked, is: against[asked.is] };
}
