import { type Node, parseSync } from "libpg-query";
import { columnIn } from "../../schema/one-of.ts";
import { stringOf } from "../../schema/type-text.ts";
import { aboutMillisOf, millisPer } from "./intervals.ts";

/** What a written condition asks of a row, as far as one can be said of it. */
export type Asked =
  | { all: Asked[] }
  | { any: Asked[] }
  | { column: string; is: Comparing; value: Operand }
  | { column: string; isNull: boolean };

export type Comparing = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** What a column is compared with. */
export type Operand =
  | { constant: string | number | boolean }
  /** What the service passes, by the name that it has there; empty where it has none. */
  | { passed: string }
  /** The time now, so many milliseconds later. */
  | { now: number }
  | { oneOf: (string | number | boolean)[] };

const deepest = 8;
const longest = 600;

/**
 * A condition of SQL, with its parameters in any language's writing: `id = :seat AND (status = 'free' OR until < now())`; null where it does
 * not parse, or says anything else, such as what stands in other tables. `columns` are those of its table: another name is a variable.
 */
export function parseCondition(written: string, columns: ReadonlySet<string>): Asked | null {
  if (written.length > longest) return null;
  const names: string[] = [];
  const sql = written
    .replace(bareInterval, "interval '$1 $2'")
    .replace(quotedOrPassed, (whole, ...groups: (string | undefined)[]) => {
      if (whole.startsWith("'") || whole.startsWith("::")) return whole;
      names.push(groups.slice(0, 5).find((one) => one !== undefined) ?? "");
      return `$${names.length}`;
    });
  const node = parsed(sql);
  return node === null ? null : askedIn(node, { names, columns }, 0);
}

/** A text and a cast stay as they are; `:seat`, `@seat`, `$1`, `$seat`, `${id}`, `#{id}`, `{id}`, `<id>`, `%(id)s`, `%s` and `?` are passed. */
const quotedOrPassed =
  /'(?:[^']|'')*'|::\w+|[:@]([\p{L}_][\p{L}\p{N}_.]*)|\$(?!\{)([\p{L}\p{N}_.]+)|[$#]?\{{1,2}\s?([^{}\n]{1,60}?)\s?\}{1,2}|<(\w[\w ]{0,40})>|%\((\w+)\)s|%s|\?/gu;

/** `INTERVAL 2 MINUTE`, as MySQL has it. */
const bareInterval = /\binterval\s+(\d{1,6})\s+([a-z]{1,12})\b/gi;

function parsed(sql: string): Node | null {
  try {
    const statement = parseSync(`SELECT 1 WHERE ${sql}`).stmts?.[0]?.stmt;
    return statement !== undefined && "SelectStmt" in statement ? (statement.SelectStmt.whereClause ?? null) : null;
  } catch {
    return null;
  }
}

interface Names {
  /** Of the parameters, the first one's first. */
  names: readonly string[];
  columns: ReadonlySet<string>;
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
  if (!isComparing(is)) return null;
  return compare(lexpr, is, rexpr, names) ?? compare(rexpr, turned[is], lexpr, names);
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
  const column = ownColumn(node, names);
  if (column !== null) return { column, millis: 0 };
  const sum = sumOf(node);
  const inner = sum === null ? null : ownColumn(sum.of, names);
  return inner === null || sum === null ? null : { column: inner, millis: sum.millis };
}

function operandOf(node: Node | undefined, names: Names): Operand | null {
  if (node === undefined) return null;
  if ("TypeCast" in node) return operandOf(node.TypeCast.arg, names);
  if ("ParamRef" in node) {
    const passed = names.names[(node.ParamRef.number ?? 1) - 1] ?? "";
    return clock.test(passed) ? { now: 0 } : { passed };
  }
  if (isNow(node)) return { now: 0 };
  const sum = sumOf(node);
  if (sum !== null) {
    const inner = operandOf(sum.of, names);
    return inner !== null && "now" in inner ? { now: inner.now + sum.millis } : null;
  }
  const constant = constantIn(node);
  if (constant !== null) return { constant };
  const variable = columnIn(node);
  if (variable === null || names.columns.has(variable)) return null;
  return clock.test(variable) ? { now: 0 } : { passed: variable };
}

/** Variables that hold the time now. */
const clock = /^(?:now|jetzt|ahora|agora|maintenant|adesso|current_?time(?:stamp)?|clock\.now)$/i;

const nowCalls = new Set(
  "now clock_timestamp statement_timestamp transaction_timestamp utc_timestamp sysdate getdate".split(" "),
);

const isNow = (node: Node): boolean =>
  "SQLValueFunction" in node
    ? /TIMESTAMP/.test(node.SQLValueFunction.op ?? "")
    : "FuncCall" in node && nowCalls.has(stringOf(node.FuncCall.funcname?.at(-1)));

/** Something and an interval that is added to it or taken from it. */
function sumOf(node: Node | undefined): { of: Node; millis: number } | null {
  if (node === undefined || !("A_Expr" in node) || node.A_Expr.kind !== "AEXPR_OP") return null;
  const { name, lexpr, rexpr } = node.A_Expr;
  const sign = stringOf(name?.[0]);
  const millis = intervalOf(rexpr);
  return lexpr === undefined || millis === null || (sign !== "+" && sign !== "-")
    ? null
    : { of: lexpr, millis: sign === "+" ? millis : -millis };
}

/** `interval '10 minutes'`, `interval '1 second' * 600`, `make_interval(mins => 10)`. */
function intervalOf(node: Node | undefined): number | null {
  if (node === undefined) return null;
  if ("FuncCall" in node) return madeInterval(node.FuncCall);
  if ("A_Expr" in node && stringOf(node.A_Expr.name?.[0]) === "*") {
    const { lexpr, rexpr } = node.A_Expr;
    const span = intervalOf(lexpr) ?? intervalOf(rexpr);
    const times = [lexpr, rexpr].map(constantIn).find((one) => typeof one === "number");
    return span === null || typeof times !== "number" ? null : span * times;
  }
  if (!("TypeCast" in node) || stringOf(node.TypeCast.typeName?.names?.at(-1)) !== "interval") return null;
  return aboutMillisOf(String(constantIn(node.TypeCast.arg)));
}

function madeInterval({ funcname, args = [] }: Extract<Node, { FuncCall: unknown }>["FuncCall"]): number | null {
  if (stringOf(funcname?.at(-1)) !== "make_interval") return null;
  const parts = args.map((one) => {
    const { name = "", arg } = "NamedArgExpr" in one ? one.NamedArgExpr : {};
    const [count, per] = [constantIn(arg), millisPer(name)];
    return typeof count === "number" && per !== null ? count * per : null;
  });
  return parts.includes(null) ? null : parts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

function constantIn(node: Node | undefined): string | number | boolean | null {
  if (node === undefined) return null;
  if ("TypeCast" in node) return constantIn(node.TypeCast.arg);
  if (!("A_Const" in node)) return null;
  const { sval, ival, boolval, isnull } = node.A_Const;
  if (isnull === true) return null;
  if (sval !== undefined) return sval.sval ?? "";
  if (boolval !== undefined) return boolval.boolval ?? false;
  return ival === undefined ? null : (ival.ival ?? 0);
}

function constantsIn(node: Node | undefined): (string | number | boolean)[] | null {
  if (node === undefined) return null;
  if ("TypeCast" in node) return constantsIn(node.TypeCast.arg);
  const items = "List" in node ? node.List.items : "A_ArrayExpr" in node ? node.A_ArrayExpr.elements : undefined;
  const values = (items ?? []).map(constantIn);
  return values.length === 0 || values.includes(null) ? null : values.filter((one) => one !== null);
}

/** A column of the condition's own table; what has a name that the table has not is a variable. */
function ownColumn(node: Node | undefined, { columns }: Names): string | null {
  const name = columnIn(node);
  return name !== null && columns.has(name) ? name : null;
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
