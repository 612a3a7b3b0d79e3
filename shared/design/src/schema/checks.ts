import { type Check, columnsIn } from "@proofroom/domain/design/check";
import type { Node } from "libpg-query";
import { columnIn, oneOfs } from "./one-of.ts";
import { stringOf } from "./type-text.ts";

/** Deeper than anybody writes a check by hand. */
const deepest = 8;

/** A check that ties columns of a row to each other; undefined of one that speaks of a single column, or says nothing that is read. */
export function tyingCheck(condition: Node | undefined): Check | undefined {
  const check = checkIn(condition, 0);
  return columnsIn(check).length > 1 ? check : undefined;
}

const unread: Check = { unread: true };

function checkIn(node: Node | undefined, depth: number): Check {
  if (node === undefined || depth > deepest) return unread;
  const inside = (one: Node | undefined): Check => checkIn(one, depth + 1);
  if ("NullTest" in node) {
    const column = columnIn(node.NullTest.arg);
    if (column === null) return unread;
    const isNull: Check = { column, is: "null" };
    return node.NullTest.nulltesttype === "IS_NULL" ? isNull : { not: isNull };
  }
  if ("BoolExpr" in node) {
    const { boolop, args = [] } = node.BoolExpr;
    if (boolop === "NOT_EXPR") return { not: inside(args[0]) };
    return boolop === "AND_EXPR" ? { all: args.map(inside) } : { any: args.map(inside) };
  }
  if ("FuncCall" in node) {
    const column = columnIn(node.FuncCall.args?.[0]);
    const isEnd = stringOf(node.FuncCall.funcname?.at(-1)) === "upper_inf";
    return isEnd && column !== null ? { column, is: "endless" } : unread;
  }
  return ofOne(node) ?? compared(node, inside);
}

/** `status in ('held', 'sold')`, `is_sold`. */
function ofOne(node: Node): Check | undefined {
  const [one, ...more] = oneOfs(node) ?? [];
  const values = one?.values.flatMap((value) => value ?? []) ?? [];
  return one === undefined || more.length > 0 || values.length === 0 ? undefined : { column: one.column, is: values };
}

/** `(status = 'sold') = (sold_at is not null)`, `status <> 'sold'`. */
function compared(node: Node, inside: (one: Node | undefined) => Check): Check {
  if (!("A_Expr" in node)) return unread;
  const { kind, name, lexpr, rexpr } = node.A_Expr;
  const sign = (name ?? []).map(stringOf).join("");
  if (sign === "<>" && (kind === "AEXPR_OP" || kind === "AEXPR_IN" || kind === "AEXPR_OP_ALL")) {
    const equal: Node = {
      A_Expr: {
        ...node.A_Expr,
        kind: kind === "AEXPR_OP_ALL" ? "AEXPR_OP_ANY" : kind,
        name: [{ String: { sval: "=" } }],
      },
    };
    const isOf = ofOne(equal);
    return isOf !== undefined
      ? { not: isOf }
      : kind === "AEXPR_OP"
        ? { not: { same: [inside(lexpr), inside(rexpr)] } }
        : unread;
  }
  const isSame = sign === "=" && (kind === "AEXPR_OP" || kind === "AEXPR_NOT_DISTINCT");
  return isSame ? { same: [inside(lexpr), inside(rexpr)] } : unread;
}
