import type { Column, Table } from "@proofroom/domain/design/model";
import { isMoment } from "@proofroom/domain/design/moment";
import { columnOf } from "../column-of.ts";
import { isRecord } from "../fields.ts";
import { isSameName } from "../names.ts";
import type { Sense } from "../sense.ts";

/**
 * The body that a declared answer has, filled from a row; undefined where the service's own rule, columns into fields
 * spelled alike, gives the same.
 */
export function templateOf(schema: unknown, table: Table, senses: Sense[]): Record<string, unknown> | undefined {
  const body = bodyOf(schema, table, senses);
  if (body === undefined) return undefined;
  const isPlain = Object.entries(body).every(
    ([name, value]) =>
      typeof value === "string" && table.columns.some((c) => isSameName(c.name, name) && value === `$row.${c.name}`),
  );
  return isPlain ? undefined : body;
}

/** The fields of a declared answer that a row has, or all its columns where it has none of them. */
export const rowBody = (schema: unknown, table: Table, senses: Sense[]): Record<string, unknown> =>
  bodyOf(schema, table, senses) ?? allColumns(table);

/** A row with each of its columns by its own name. */
export const allColumns = ({ columns }: Table): Record<string, unknown> =>
  Object.fromEntries(columns.map(({ name }) => [name, `$row.${name}`]));

/** The fields of a declared answer that a row has; undefined where it has none of them. */
export function bodyOf(schema: unknown, table: Table, senses: Sense[], depth = 0): Record<string, unknown> | undefined {
  if (!isRecord(schema) || !isRecord(schema["properties"]) || depth > 3) return undefined;
  const body: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema["properties"])) {
    const inner = bodyOf(property, table, senses, depth + 1);
    const column = columnOf(name, table, senses) ?? (bareTime.test(name) ? onlyMoment(table) : undefined);
    if (inner !== undefined) body[name] = inner;
    else if (column !== undefined) body[name] = `$row.${column.name}`;
  }
  return Object.keys(body).length === 0 ? undefined : body;
}

/** `at` of a row that has one time, whatever that is called: `taken_at`. */
const bareTime = /^(?:at|ts)$/i;

function onlyMoment({ columns }: Table): Column | undefined {
  const [only, ...more] = columns.filter(isMoment);
  return more.length === 0 ? only : undefined;
}
