import type { Node } from "libpg-query";
import { stringOf } from "./type-text.ts";

/** A column and the values that a condition lets it have; null stands for no value. */
export interface OneOf {
  column: string;
  values: (string | null)[];
}

/**
 * What a condition says of single columns, every part of which holds: `status in ('free', 'held')`, `status = any (array[…])`,
 * `released_at is null`, `is_active`. Null where it says more than that.
 */
export function oneOfs(condition: Node | undefined): OneOf[] | null {
  if (condition === undefined) return null;
  if ("NullTest" in condition) {
    const column = columnIn(condition.NullTest.arg);
    return column === null || condition.NullTest.nulltesttype !== "IS_NULL" ? null : [{ column, values: [null] }];
  }
  if ("BoolExpr" in condition) return joined(condition.BoolExpr.boolop, condition.BoolExpr.args ?? []);
  if ("A_Expr" in condition) {
    const { kind, name, lexpr, rexpr } = condition.A_Expr;
    const column = columnIn(lexpr);
    const values = valuesIn(rexpr);
    const isEqual = (name ?? []).map(stringOf).join("") === "=";
    if (column === null || values === null || !isEqual) return null;
    return kind === "AEXPR_IN" || kind === "AEXPR_OP" || kind === "AEXPR_OP_ANY" ? [{ column, values }] : null;
  }
  const flag = columnIn(condition);
  return flag === null ? null : [{ column: flag, values: ["true"] }];
}

/** The columns of which a condition says that they are not null, every part of which holds. */
export function filledIn(condition: Node | undefined): string[] {
  if (condition === undefined) return [];
  if ("BoolExpr" in condition && condition.BoolExpr.boolop === "AND_EXPR")
    return (condition.BoolExpr.args ?? []).flatMap((part) => ("NullTest" in part ? filledIn(part) : []));
  if (!("NullTest" in condition) || condition.NullTest.nulltesttype !== "IS_NOT_NULL") return [];
  const column = columnIn(condition.NullTest.arg);
  return column === null ? [] : [column];
}

function joined(operator: string | undefined, args: Node[]): OneOf[] | null {
  if (operator === "NOT_EXPR") {
    const flag = columnIn(args[0]);
    return flag === null ? null : [{ column: flag, values: ["false"] }];
  }
  const parts = args.map(oneOfs);
  const all = parts.flatMap((part) => part ?? []);
  if (parts.includes(null)) return null;
  if (operator === "AND_EXPR") return all;
  const [first] = all;
  const isOneColumn = first !== undefined && all.every(({ column }) => column === first.column);
  return isOneColumn && all.length === parts.length
    ? [{ column: first.column, values: all.flatMap(({ values }) => values) }]
    : null;
}

/** The column that an expression is, whatever it is cast to. */
export function columnIn(node: Node | undefined): string | null {
  if (node === undefined) return null;
  if ("TypeCast" in node) return columnIn(node.TypeCast.arg);
  if (!("ColumnRef" in node)) return null;
  const name = stringOf(node.ColumnRef.fields?.at(-1));
  return name === "" ? null : name;
}

function valuesIn(node: Node | undefined): string[] | null {
  if (node === undefined) return null;
  if ("TypeCast" in node) return valuesIn(node.TypeCast.arg);
  if ("List" in node) return everyValue(node.List.items ?? []);
  if ("A_ArrayExpr" in node) return everyValue(node.A_ArrayExpr.elements ?? []);
  if (!("A_Const" in node)) return null;
  const { sval, ival, boolval } = node.A_Const;
  if (sval !== undefined) return [sval.sval ?? ""];
  if (boolval !== undefined) return [String(boolval.boolval ?? false)];
  return ival === undefined ? null : [String(ival.ival ?? 0)];
}

function everyValue(nodes: Node[]): string[] | null {
  const values = nodes.map(valuesIn);
  return values.includes(null) ? null : values.flatMap((value) => value ?? []);
}
