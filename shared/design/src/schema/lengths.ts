import type { Node } from "libpg-query";
import { columnIn } from "./one-of.ts";
import { stringOf } from "./type-text.ts";

/** How many characters a text may have; `most` is absent where nothing sets it. */
export interface Length {
  least: number;
  most?: number | undefined;
}

/**
 * `length(code) = 8`, `char_length(code) between 4 and 12`, `code like '______'`, `code ~ '^.{8}$'`, alone or with others that all have
 * to be true: the column, and how long its values have to be.
 */
export function lengthsIn(condition: Node | undefined): { column: string; length: Length }[] {
  if (condition === undefined) return [];
  if ("BoolExpr" in condition && condition.BoolExpr.boolop === "AND_EXPR")
    return (condition.BoolExpr.args ?? []).flatMap(lengthsIn);
  if (!("A_Expr" in condition)) return [];
  const { kind, name, lexpr, rexpr } = condition.A_Expr;
  const sign = (name ?? []).map(stringOf).join("");
  const text = rexpr !== undefined && "A_Const" in rexpr ? rexpr.A_Const.sval?.sval : undefined;
  const own = text === undefined ? null : columnIn(lexpr);
  const shown = own === null || text === undefined ? null : ofPattern(sign, text);
  if (own !== null && shown !== null) return [{ column: own, length: shown }];
  const column = measured(lexpr);
  const length = column === null ? null : kind === "AEXPR_BETWEEN" ? between(rexpr) : compared(sign, numberIn(rexpr));
  return column === null || length === null ? [] : [{ column, length }];
}

/** The length that both let a text have. */
export const bothLengths = (one: Length | undefined, other: Length): Length => {
  const most = Math.min(one?.most ?? Number.POSITIVE_INFINITY, other.most ?? Number.POSITIVE_INFINITY);
  return { least: Math.max(one?.least ?? 0, other.least), ...(Number.isFinite(most) ? { most } : {}) };
};

function ofPattern(sign: string, text: string): Length | null {
  if (sign === "~~") return /^_+$/.test(text) ? { least: text.length, most: text.length } : null;
  const [, least, comma, most] = (sign === "~" ? /^\^\.\{(\d{1,3})(,)?(\d{1,3})?\}\$$/.exec(text) : null) ?? [];
  if (least === undefined) return null;
  const end = comma === undefined ? least : most;
  return { least: Number(least), ...(end === undefined ? {} : { most: Number(end) }) };
}

function compared(sign: string, number: number | null): Length | null {
  if (number === null) return null;
  switch (sign) {
    case "=":
      return { least: number, most: number };
    case ">":
      return { least: number + 1 };
    case ">=":
      return { least: number };
    case "<":
      return { least: 0, most: number - 1 };
    case "<=":
      return { least: 0, most: number };
    default:
      return null;
  }
}

function between(range: Node | undefined): Length | null {
  const [least = null, most = null] =
    range !== undefined && "List" in range ? (range.List.items ?? []).map(numberIn) : [];
  return least === null || most === null ? null : { least, most };
}

/** The column whose length an expression is. */
function measured(node: Node | undefined): string | null {
  if (node === undefined || !("FuncCall" in node)) return null;
  const { funcname, args = [] } = node.FuncCall;
  const isLength = /^(?:length|char_length|character_length|octet_length)$/.test(stringOf(funcname?.at(-1)));
  return isLength ? columnIn(args[0]) : null;
}

const numberIn = (node: Node | undefined): number | null =>
  node !== undefined && "A_Const" in node && node.A_Const.ival !== undefined ? (node.A_Const.ival.ival ?? 0) : null;
