import type { Node } from "libpg-query";
import { isRecord } from "../bind/fields.ts";

/** Where an expression stands, as a sentence names it. */
export type Where = "default" | "check" | "generated column" | "index";

const kinds = ["FuncCall", "ColumnRef", "SubLink", "SQLValueFunction"] as const;

/** A part of an expression that PostgreSQL does not allow everywhere. */
export interface Found {
  where: Where;
  kind: (typeof kinds)[number];
  /** Of a function or a column, with what stands before its dots; `*` for what is no name. */
  names: string[];
  /** In bytes of the statement's text. */
  at: number;
}

/** Looks through a statement without recursion, since an expression can be as deep as the parser allows. */
export function partsIn(statement: Node): Found[] {
  const found: Found[] = [];
  const open: { value: unknown; where: Where | null }[] = [{ value: statement, where: null }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, where } = next;
    if (Array.isArray(value)) for (const one of value.toReversed()) open.push({ value: one, where });
    if (!isRecord(value)) continue;
    for (const [key, node] of Object.entries(value).toReversed()) {
      const kind = kinds.find((one) => one === key);
      if (where !== null && kind !== undefined && isRecord(node)) {
        const names = namesIn(node["funcname"] ?? node["fields"]);
        found.push({ where, kind, names, at: Number(node["location"] ?? 0) });
      }
      if (kind !== "SubLink" && kind !== "ColumnRef") open.push({ value: node, where: whereOf(key, node) ?? where });
    }
  }
  return found;
}

const constraints: Record<string, Where> = {
  CONSTR_DEFAULT: "default",
  CONSTR_CHECK: "check",
  CONSTR_GENERATED: "generated column",
};

function whereOf(key: string, node: unknown): Where | undefined {
  if (key === "Constraint" && isRecord(node)) return constraints[String(node["contype"])];
  if (key === "AlterTableCmd" && isRecord(node)) return node["subtype"] === "AT_ColumnDefault" ? "default" : undefined;
  return key === "IndexElem" || key === "whereClause" || key === "where_clause" ? "index" : undefined;
}

const namesIn = (nodes: unknown): string[] =>
  (Array.isArray(nodes) ? nodes : []).map((node: unknown) => {
    const string = isRecord(node) ? node["String"] : undefined;
    return isRecord(string) && typeof string["sval"] === "string" ? string["sval"] : "*";
  });
