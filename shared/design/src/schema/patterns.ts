import type { Node } from "libpg-query";
import { stringOf } from "./type-text.ts";

/** `code ~ '^[a-z]{8}$'`, alone or with others that all have to be true: the column, and what its values have to match. */
export function patternsIn(condition: Node | undefined): { column: string; pattern: string }[] {
  if (condition === undefined) return [];
  if ("BoolExpr" in condition && condition.BoolExpr.boolop === "AND_EXPR")
    return (condition.BoolExpr.args ?? []).flatMap((part) => ("A_Expr" in part ? patternsIn(part) : []));
  if (!("A_Expr" in condition)) return [];
  const { name, lexpr, rexpr } = condition.A_Expr;
  const isMatch = (name ?? []).map(stringOf).join("") === "~";
  const column = lexpr !== undefined && "ColumnRef" in lexpr ? stringOf(lexpr.ColumnRef.fields?.at(-1)) : "";
  const pattern = rexpr !== undefined && "A_Const" in rexpr ? rexpr.A_Const.sval?.sval : undefined;
  return isMatch && column !== "" && pattern !== undefined ? [{ column, pattern }] : [];
}
