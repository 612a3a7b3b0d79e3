import type { Table } from "@proofroom/domain/design/model";
import type { Step, Value, Where } from "@proofroom/domain/design/step";
import { plainSteps } from "@proofroom/domain/design/steps-within";
import { isAnsweredAgain, type Line } from "./lines.ts";
import { looked } from "./look.ts";
import { isSuccess, type Outcome } from "./outcomes.ts";
import { isOwnRetry } from "./own-retry.ts";
import { type Made, when } from "./parts.ts";
import type { Statement } from "./statement.ts";
import { withoutRow } from "./unread-rows.ts";

/** What is added, and what is done about a row that is in its way. */
export function added(
  { outcomes, otherwise }: Line,
  { table, values, from, conflict }: Extract<Statement, { verb: "insert" }>,
  made: Made,
): Step[] | null {
  const own = plainSteps(made.own).find((step) => "insert" in step && step.insert === table.name);
  const filled = own !== undefined && "insert" in own ? own.values : {};
  const read = from === null ? made.read : [...made.read, from.table.name];
  const known = values === null ? filled : { ...needed(table, filled), ...values };
  const row = Object.fromEntries(
    Object.entries(known).flatMap(([column, value]) => {
      const own = withoutRow(value, read, made.own, made.stage.tables);
      return own === undefined ? [] : [[column, own] as const];
    }),
  );
  if (Object.keys(row).length === 0) return null;
  const missed = outcomes.flatMap(({ of, status }) => (of === "none" ? [status] : []));
  const none = missed.find((status) => !isSuccess(status));
  const given = outcomes.filter(
    (one) => one.of === "none" && isSuccess(one.status) && !isOwnRetry(one, table, made.stage),
  );
  const source: Step[] =
    from === null ? [] : [{ get: from.table.name, by: from.where, ...(none === undefined ? {} : { else: none }) }];
  const insert = { insert: table.name, values: row };
  if (conflict === null) return otherwise.length > 0 ? null : [...source, insert];
  if (conflict.does === "update") {
    if (otherwise.length > 0 && !otherwise.every(isOwnAgain)) return null;
    const key = Object.fromEntries(conflict.columns.flatMap((column) => keyed(column, row)));
    if (Object.keys(key).length < conflict.columns.length) return null;
    const update = { update: table.name, set: conflict.set, where: { ...conflict.where, ...key } };
    return [...source, update, when({ found: false }, [insert])];
  }
  const isAgain = given.length > 0 || otherwise.some(isAnsweredAgain);
  if (otherwise.some((line) => !isAnsweredAgain(line))) return null;
  const [look, ...others] = otherwise;
  if (look?.statement.verb === "select" && !isByKey(look.statement.where, conflict.columns)) {
    const looks =
      others.length > 0 ? null : looked({ ...look, outcomes: found(look.outcomes) }, look.statement, made, false);
    return looks === null ? null : [...source, ...looks, insert];
  }
  const [column] = conflict.columns;
  return [
    ...source,
    isAgain && column !== undefined ? { ...insert, onConflict: { [column]: "return-existing" as const } } : insert,
  ];
}

const found = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter(({ of }) => of === "found");

/** Whether a look finds the very row that was in the way. */
const isByKey = (where: Where, columns: readonly string[]): boolean =>
  columns.length > 0 && Object.keys(where).every((column) => columns.includes(column));

/** A look for one's own row, which a client may have sent before: nobody else's answer depends on it. */
const isOwnAgain = ({ statement, outcomes }: Line): boolean =>
  statement.verb === "select" && outcomes.some(({ of, status }) => of === "found" && isSuccess(status));

/** What the database would refuse the row without. */
const needed = (table: Table, filled: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(filled).filter(([name]) =>
      table.columns.some((column) => column.name === name && !column.nullable && column.default === undefined),
    ),
  );

/** A column that the new row says by what is sent. */
function keyed(column: string, row: Record<string, Value>): [string, Where[string]][] {
  const value = row[column];
  return typeof value === "string" || typeof value === "number" ? [[column, value]] : [];
}
