import type { Node } from "libpg-query";
import { columnIn } from "../../schema/one-of.ts";
import { stringOf } from "../../schema/type-text.ts";
import { millisPer } from "../../text/time-units.ts";
import { aboutMillisOf } from "./intervals.ts";

/** What a column is compared with, or set to. */
export type Operand =
  | { constant: string | number | boolean }
  /** What the service passes, by the name that it has there; empty where it has none. */
  | { passed: string }
  /** The time now, so many milliseconds later. */
  | { now: number }
  | { oneOf: (string | number | boolean)[] };

/** What the names in a piece of SQL stand for. */
export interface Names {
  /** Of the parameters, the first one's first. */
  names: readonly string[];
  columns: ReadonlySet<string>;
}

/** One side of a comparison, or what a column is set to; null where it is neither a value nor a time told from now. */
export function operandOf(node: Node | undefined, names: Names): Operand | null {
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
export function sumOf(node: Node | undefined): { of: Node; millis: number } | null {
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
  // What is added to a time is an interval, called so or not: `now() + '2 minutes'`.
  if ("A_Const" in node && node.A_Const.sval !== undefined) return aboutMillisOf(node.A_Const.sval.sval ?? "");
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

export function constantsIn(node: Node | undefined): (string | number | boolean)[] | null {
  if (node === undefined) return null;
  if ("TypeCast" in node) return constantsIn(node.TypeCast.arg);
  const items = "List" in node ? node.List.items : "A_ArrayExpr" in node ? node.A_ArrayExpr.elements : undefined;
  const values = (items ?? []).map(constantIn);
  return values.length === 0 || values.includes(null) ? null : values.filter((one) => one !== null);
}

/** A column of the condition's own table; what has a name that the table has not is a variable. */
export function ownColumn(node: Node | undefined, { columns }: Names): string | null {
  const name = columnIn(node);
  return name !== null && columns.has(name) ? name : null;
}
