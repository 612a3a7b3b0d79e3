import type { Table } from "@proofroom/domain/design/model";
import type { OnConflict, Step } from "@proofroom/domain/design/step";
import { evaluate } from "../evaluate.ts";
import { postgresError } from "../postgres-error.ts";
import { goOn, type Outcome, type Row, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { timeDefault } from "../time-default.ts";
import { writtenSql } from "../written-sql.ts";
import { conflictOf, foldedIn } from "./conflict.ts";
import type { StepContext } from "./context.ts";

type InsertStep = Extract<Step, { insert: string }>;

/** Writes one row; a value that was not sent leaves its column to the default. */
export async function insert(step: InsertStep, scope: Scope, context: StepContext): Promise<Outcome> {
  for (let tries = 1; ; tries++) {
    const row = rowOf(step, scope);
    try {
      const written = await write(step, row, scope, context);
      if (written !== null) context.wrote(step.insert, written);
      return goOn({ ...scope, found: true }, written);
    } catch (error) {
      const columns = conflictOf(error, context.tables.get(step.insert));
      if (columns === null) throw error;
      if (scope.key?.table === step.insert && columns.includes(scope.key.column)) return { next: "replay" };
      const policy = policyFor(step, columns);
      if (policy === undefined) throw error;
      if (typeof policy === "object" && "overwrite" in policy) {
        const changed = await overwrite(step.insert, columns, policy.overwrite, row, context);
        if (changed === null) throw error;
        context.wrote(step.insert, changed);
        return goOn({ ...scope, found: true }, changed);
      }
      if (typeof policy === "object") {
        if (tries > policy.regenerate) throw error;
        continue;
      }
      const existing = await find(step.insert, columns, row, context);
      if (existing === null) throw error;
      return goOn(scope, existing);
    }
  }
}

function rowOf(step: InsertStep, scope: Scope): Row {
  const row: Row = {};
  for (const [column, value] of Object.entries(step.values)) {
    const given = evaluate(value, scope);
    if (given !== undefined) row[column] = given;
  }
  if (scope.key?.table === step.insert) row[scope.key.column] ??= scope.key.value;
  return row;
}

async function write(step: InsertStep, row: Row, scope: Scope, { session, tables }: StepContext): Promise<Row | null> {
  const statement = new Statement();
  const table = tables.get(step.insert);
  const cells = [...given(row, table, statement), ...defaults(row, table, scope, statement)];
  const columns = cells.map(([column]) => quoted(column)).join(", ");
  const values = cells.map(([, value]) => value).join(", ");
  const rest = cells.length === 0 ? "default values" : `(${columns}) values (${values})`;
  const send = () => session.query(`insert into ${quoted(step.insert)} ${rest} returning *`, statement.values);
  // A refused insert ends its transaction; the policy needs it to go on.
  if (!session.isInTransaction || step.onConflict === undefined) return (await send())[0] ?? null;
  await session.query("savepoint attempt", []);
  try {
    const [written] = await send();
    await session.query("release savepoint attempt", []);
    return written ?? null;
  } catch (error) {
    if (postgresError(error) !== null) await session.query("rollback to savepoint attempt", []);
    throw error;
  }
}

/** In the table's order, in which the database evaluates them whatever order they are written in. */
function given(row: Row, table: Table | undefined, statement: Statement): [string, string][] {
  const columns = table?.columns ?? [];
  const placed = Object.entries(row).map(([name, value]) => {
    const at = columns.findIndex((one) => one.name === name);
    return { name, value, at, own: columns[at] };
  });
  return placed
    .toSorted((a, b) => a.at - b.at)
    .map(({ name, value, own }) => [name, writtenSql(statement, value, own, false)]);
}

function defaults(row: Row, table: Table | undefined, scope: Scope, statement: Statement): [string, string][] {
  return (table?.columns ?? []).flatMap((column): [string, string][] => {
    if (column.default === undefined || column.generated || Object.hasOwn(row, column.name)) return [];
    const sql = timeDefault(column.default, () => statement.bind(scope.now));
    return sql === null ? [] : [[column.name, sql]];
  });
}

function policyFor(step: InsertStep, columns: string[]): OnConflict | undefined {
  return Object.entries(step.onConflict ?? {}).find(([column]) => columns.includes(column))?.[1];
}

/** What the row that is there takes over of the one that was refused: `on conflict (…) do update set`. */
async function overwrite(
  name: string,
  columns: string[],
  taken: string[],
  row: Row,
  { session, tables }: StepContext,
): Promise<Row | null> {
  const statement = new Statement();
  const part = (names: string[]): Row => Object.fromEntries(names.map((column) => [column, row[column] ?? null]));
  const pairs = (names: string[]): string[] =>
    given(part(names), tables.get(name), statement).map(([column, value]) => `${quoted(column)} = ${value}`);
  const set = pairs(taken).join(", ");
  const where = pairs(columns).join(" and ");
  const [changed] = await session.query(
    `update ${quoted(name)} set ${set} where ${where} returning *`,
    statement.values,
  );
  return changed ?? null;
}

/** By what conflicts; where the database makes that of what is sent, by all that is sent. */
async function find(name: string, columns: string[], row: Row, { session, tables }: StepContext): Promise<Row | null> {
  const isMade = (column: string): boolean =>
    tables.get(name)?.columns.some((one) => one.name === column && one.generated) === true;
  const missing = columns.filter((column) => row[column] === undefined);
  const sent = Object.keys(row).filter((column) => row[column] !== null);
  if (!missing.every(isMade) || sent.length === 0) return null;
  const statement = new Statement();
  const by = Object.fromEntries((missing.length === 0 ? columns : sent).map((column) => [column, row[column]]));
  const table = tables.get(name);
  const folded = table === undefined ? new Set<string>() : foldedIn(table);
  const where = given(by, tables.get(name), statement)
    .map(([column, value]) =>
      folded.has(column) ? `lower(${quoted(column)}) = lower(${value})` : `${quoted(column)} = ${value}`,
    )
    .join(" and ");
  const [found] = await session.query(`select * from ${quoted(name)} where ${where} limit 1`, statement.values);
  return found ?? null;
}
