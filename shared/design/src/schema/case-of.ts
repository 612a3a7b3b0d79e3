import type { Node } from "libpg-query";

/** The column of which an expression is the lower or the upper case, `lower(code)`, `upper(code::text)`. */
export function caseOf(expression: Node | undefined): string | undefined {
  if (expression === undefined || !("FuncCall" in expression)) return undefined;
  const { funcname = [], args = [] } = expression.FuncCall;
  const [only, ...more] = args;
  const name = lastOf(funcname);
  if (only === undefined || more.length > 0 || (name !== "lower" && name !== "upper")) return undefined;
  const text = "TypeCast" in only ? only.TypeCast.arg : only;
  return text !== undefined && "ColumnRef" in text ? lastOf(text.ColumnRef.fields ?? []) : undefined;
}

function lastOf(names: readonly Node[]): string | undefined {
  const last = names.at(-1);
  return last !== undefined && "String" in last ? last.String.sval : undefined;
}
