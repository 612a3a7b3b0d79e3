import type { Step, UpdateStep, Where } from "@proofroom/domain/design/step";
import { evaluate } from "../evaluate.ts";
import { goOn, type Outcome, refuse, type Row, type Scope } from "../scope.ts";
import { quoted, split, Statement } from "../statement.ts";
import { equalTo, whereSql } from "../where.ts";
import { writtenSql } from "../written-sql.ts";
import { absentRow } from "./absent-row.ts";
import type { StepContext } from "./context.ts";

type IncrementStep = Extract<Step, { increment: string }>;

/** One statement, so that its `where` also guards: of two at once only one finds the row as it asked for. */
export async function update(step: UpdateStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const statement = new Statement();
  const columns = context.tables.get(step.update)?.columns;
  const set = Object.entries(step.set).flatMap(([column, value]) => {
    const given = evaluate(value, scope);
    const own = columns?.find((c) => c.name === column);
    if (given === undefined) return [];
    return [`${quoted(column)} = ${writtenSql(statement, given, own, true)}`];
  });
  const where = whereSql(statement, step.where, { scope, columns, absent: "no-row" });
  const text =
    set.length === 0
      ? `select * from ${quoted(step.update)} where ${where}`
      : `update ${quoted(step.update)} set ${set.join(", ")} where ${where} returning *`;
  const rows = await context.session.query(text, statement.values);
  tellWritten(step.update, rows, step.where, scope, context);
  const [row] = rows;
  if (row !== undefined) return goOn({ ...scope, found: true }, row);
  if (context.isAbsenceAsked && step.else === undefined) return goOn({ ...scope, found: false }, null);
  if (step.else !== undefined) return refuse(step.else, "refused", `no row of ${step.update} allows this`);
  return absentRow(step.update, step.where, scope, context);
}

/** `table.column`, changed by the database itself: increments that meet do not lose each other. */
export async function increment(step: IncrementStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const { table, column } = split(step.increment);
  const statement = new Statement();
  const by = statement.bind(step.by === undefined ? 1 : evaluate(step.by, scope));
  const columns = context.tables.get(table)?.columns;
  const where = whereSql(statement, step.where, { scope, columns, absent: "no-row" });
  const set = `${quoted(column)} = coalesce(${quoted(column)}, 0) + ${by}`;
  const text = `update ${quoted(table)} set ${set} where ${where} returning *`;
  const rows = await context.session.query(text, statement.values);
  tellWritten(table, rows, step.where, scope, context);
  const [row] = rows;
  if (row !== undefined) return goOn({ ...scope, found: true }, row);
  if (context.isAbsenceAsked) return goOn({ ...scope, found: false }, null);
  return absentRow(table, step.where, scope, context);
}

/** Also as the condition found them: an update may have changed the very column that a cache knows the row by. */
function tellWritten(table: string, rows: Row[], where: Where, scope: Scope, { wrote }: StepContext): void {
  const before = Object.entries(where).flatMap(([column, condition]) => {
    const value = equalTo(condition);
    return value === undefined ? [] : [[column, evaluate(value, scope)] as const];
  });
  for (const row of rows) {
    wrote(table, row);
    wrote(table, { ...row, ...Object.fromEntries(before) });
  }
}
