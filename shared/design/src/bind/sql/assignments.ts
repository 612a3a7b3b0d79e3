import type { Table } from "@proofroom/domain/design/model";
import type { Value } from "@proofroom/domain/design/step";
import { type Node, parseSync, type ResTarget } from "libpg-query";
import { stringOf } from "../../schema/type-text.ts";
import { valueOf } from "./as-where.ts";
import type { Standing } from "./condition.ts";
import { type Names, operandOf } from "./operand.ts";
import { withPlaceholders } from "./placeholders.ts";

/** What an update sets, `status = 'available', hold_token = null`; null where anything of it cannot be said in steps. */
export function assignmentsOf(
  sets: string,
  table: Pick<Table, "columns">,
  standing: Standing,
): Record<string, Value> | null {
  const { sql, names } = withPlaceholders(sets);
  const targets = targetsIn(sql);
  const columns = new Set(table.columns.map(({ name }) => name));
  const set: Record<string, Value> = {};
  for (const { name = "", val, indirection } of targets) {
    const column = table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name;
    if (column === undefined || indirection !== undefined) return null;
    const value = setTo(val, { names, columns }, (parameter) => standing(parameter, column));
    if (value === undefined) return null;
    set[column] = value;
  }
  return targets.length === 0 ? null : set;
}

function targetsIn(sql: string): ResTarget[] {
  try {
    const statement = parseSync(`UPDATE t SET ${sql}`).stmts?.[0]?.stmt;
    const targets = statement !== undefined && "UpdateStmt" in statement ? (statement.UpdateStmt.targetList ?? []) : [];
    return targets.flatMap((one) => ("ResTarget" in one ? [one.ResTarget] : []));
  } catch {
    return [];
  }
}

const newIds = new Set("gen_random_uuid uuid_generate_v4 uuid_generate_v1 uuidv4 uuidv7 uuid newid".split(" "));

/** What a column is set to; undefined where no step can say it. */
export function setTo(
  node: Node | undefined,
  names: Names,
  passed: (name: string) => Value | undefined,
): Value | undefined {
  if (node === undefined) return undefined;
  if ("A_Const" in node && node.A_Const.isnull === true) return null;
  if ("FuncCall" in node && newIds.has(stringOf(node.FuncCall.funcname?.at(-1)))) return { uuid: true };
  if ("FuncCall" in node && stringOf(node.FuncCall.funcname?.at(-1)) === "nextval") {
    const of = operandOf(node.FuncCall.args?.[0], names);
    return of !== null && "constant" in of && typeof of.constant === "string" ? { nextval: of.constant } : undefined;
  }
  if ("FuncCall" in node && stringOf(node.FuncCall.funcname?.at(-1)) === "tstzrange") {
    const [, end] = node.FuncCall.args ?? [];
    const value = end === undefined ? null : setTo(end, names, passed);
    return value === undefined ? undefined : { until: value };
  }
  const operand = operandOf(node, names);
  return operand === null || "oneOf" in operand ? undefined : valueOf(operand, passed);
}
