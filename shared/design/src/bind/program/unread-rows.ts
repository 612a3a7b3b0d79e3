import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps, tableIn } from "@proofroom/domain/design/steps-within";
import { isRecord } from "../fields.ts";

/** The row that a value is taken from: of `$seats.id` the seats'. */
const rowOf = (value: unknown, tables: readonly Table[]): { table: string; column: string } | undefined => {
  const [, table = "", column = ""] = typeof value === "string" ? (/^\$(\w+)\.(\w+)/.exec(value) ?? []) : [];
  return tables.some(({ name }) => name === table) ? { table, column } : undefined;
};

/**
 * What a value that is taken from a row says where nothing has read that row: what `own`, the way's steps, ask of the row's column.
 * Undefined where that is not sent either.
 */
export function withoutRow<T extends Value>(
  value: T,
  read: readonly string[],
  own: readonly Step[],
  tables: readonly Table[],
): T | string | undefined {
  const row = rowOf(value, tables);
  if (row === undefined || read.includes(row.table)) return value;
  const asked = plainSteps(own)
    .filter((step) => tableIn(step) === row.table)
    .map((step) => ("get" in step ? step.by : "where" in step ? step.where : undefined)?.[row.column]);
  return asked.find(
    (one): one is string => typeof one === "string" && one.startsWith("$") && isThere(one, read, tables),
  );
}

function isThere(value: string, read: readonly string[], tables: readonly Table[]): boolean {
  const row = rowOf(value, tables);
  return row === undefined || read.includes(row.table);
}

/** Whether steps take something from a row that none of them, nor one before, has read. */
export function takesUnread(steps: readonly Step[], tables: readonly Table[]): boolean {
  const read = new Set<string>();
  return plainSteps(steps).some((step) => {
    const parts: unknown[] = [];
    if ("insert" in step) parts.push(...Object.values(step.values));
    if ("update" in step) parts.push(...Object.values(step.set), ...partsOf(step.where));
    if ("get" in step) parts.push(...partsOf(step.by));
    if ("delete" in step) parts.push(...partsOf(step.where));
    const isUnread = parts.some((part) => {
      const row = rowOf(part, tables);
      return row !== undefined && !read.has(row.table);
    });
    const table = tableIn(step);
    if (table !== undefined) read.add(table);
    return isUnread;
  });
}

const partsOf = (where: Where): unknown[] =>
  Object.values(where).flatMap((part) => (Array.isArray(part) ? part.flatMap(partsOf) : [part]));

type Answer = Extract<Step, { return: unknown }>;

/** An answer out of the rows that are known by then: of a seat that is not read what another row refers to it by. */
export function answerOfRead(answer: Answer, read: readonly string[], tables: readonly Table[]): Answer {
  const { body, ...rest } = answer.return;
  if (!isRecord(body)) return answer;
  const fields = Object.entries(body).flatMap(([name, value]) => {
    const row = rowOf(value, tables);
    if (row === undefined || read.includes(row.table)) return [[name, value] as const];
    const referring = tables
      .filter((table) => read.includes(table.name))
      .flatMap((table) => referringTo(row, table) ?? [])[0];
    return referring === undefined ? [] : [[name, referring] as const];
  });
  return { return: { ...rest, body: Object.fromEntries(fields) } };
}

function referringTo(
  row: { table: string; column: string },
  { name, columns, foreignKeys }: Table,
): string | undefined {
  const key = foreignKeys.find((one) => one.table === row.table && one.columns.length === 1);
  const column = key === undefined ? columns.find((one) => one.name === row.column)?.name : key.columns[0];
  return column === undefined ? undefined : `$${name}.${column}`;
}
