import type { Table } from "@proofroom/domain/design/model";
import type { Value, Where } from "@proofroom/domain/design/step";
import type { Node } from "libpg-query";
import { paymentPart } from "../payment.ts";
import { asWhere } from "../sql/as-where.ts";
import { setTo } from "../sql/assignments.ts";
import { type Names, ownColumn } from "../sql/operand.ts";
import { conditionIn } from "../sql/parse-condition.ts";

/** What a parameter stands for where a column is compared with it, or set to it; undefined where nobody knows. */
export type Passing = (parameter: string, column: string, table: Table, isWritten: boolean) => Value | undefined;

/** What the names in a statement stand for. */
export interface Reading {
  tables: readonly Table[];
  names: readonly string[];
  passing: Passing;
}

/** A node of the parser by its name. */
export type Of<K extends string> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;

export const tableOf = (relation: { relname?: string } | undefined, { tables }: Reading): Table | undefined =>
  tables.find(({ name }) => name.toLowerCase() === (relation?.relname ?? "").toLowerCase());

const namesOf = (table: Table, { names }: Reading): Names => ({
  names,
  columns: new Set(table.columns.map(({ name }) => name)),
});

/** Null where the condition says more than steps can. */
export function whereOf(node: Node | undefined, table: Table, reading: Reading): Where | null {
  if (node === undefined) return null;
  const asked = conditionIn(node, namesOf(table, reading));
  return asked === null
    ? null
    : asWhere(asked, table, (parameter, column) => reading.passing(parameter, column, table, false));
}

export const columnCalled = (name: string, table: Table): string | undefined =>
  table.columns.find((one) => one.name.toLowerCase() === name.toLowerCase())?.name;

/** What a column is set to; undefined of what steps cannot say. */
export function writtenTo(node: Node | undefined, column: string, table: Table, reading: Reading): Value | undefined {
  const [first, second, ...more] = node !== undefined && "CoalesceExpr" in node ? (node.CoalesceExpr.args ?? []) : [];
  const own = ownColumn(first, namesOf(table, reading));
  if (own !== null && second !== undefined && more.length === 0) {
    const other = writtenTo(second, column, table, reading);
    return other === undefined ? undefined : { coalesce: [`$${table.name}.${own}`, other] };
  }
  return setTo(node, namesOf(table, reading), (parameter) => reading.passing(parameter, column, table, true));
}

/** What the service has from elsewhere, such as from who takes the money, stays empty where it may. */
export function isUnknown(node: Node | undefined, name: string, table: Table, reading: Reading): boolean {
  const column = table.columns.find((one) => one.name === name);
  const isPassed = node !== undefined && "ParamRef" in node;
  return (
    column?.nullable === true &&
    paymentPart(column) !== undefined &&
    isPassed &&
    writtenTo(node, name, table, reading) === undefined
  );
}
