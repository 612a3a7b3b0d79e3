import type { Step } from "@proofroom/domain/design/step";
import { evaluate } from "../evaluate.ts";
import { goOn, type Outcome, refuse, type Scope } from "../scope.ts";
import { columnValue, quoted, split, Statement } from "../statement.ts";
import { whereSql } from "../where.ts";
import { absentRow } from "./absent-row.ts";
import type { StepContext } from "./context.ts";

type UpdateStep = Extract<Step, { update: string }>;
type IncrementStep = Extract<Step, { increment: string }>;

/** One statement, so that its `where` also guards: of two at once only one finds the row as it asked for. */
export async function update(step: UpdateStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const statement = new Statement();
  const columns = context.tables.get(step.update)?.columns;
  const set = Object.entries(step.set).flatMap(([column, value]) => {
    const given = evaluate(value, scope);
    const type = columns?.find((c) => c.name === column)?.type;
    return given === undefined ? [] : [`${quoted(column)} = ${statement.bind(columnValue(given, type))}`];
  });
  const where = whereSql(statement, step.where, scope, "no-row");
  const text =
    set.length === 0
      ? `select * from ${quoted(step.update)} where ${where}`
      : `update ${quoted(step.update)} set ${set.join(", ")} where ${where} returning *`;
  const [row] = await context.session.query(text, statement.values);
  if (row !== undefined) return goOn(scope, row);
  if (step.else !== undefined) return refuse(step.else, "refused", `no row of ${step.update} allows this`);
  return absentRow(step.update, step.where, scope, context);
}

/** `table.column`, changed by the database itself: increments that meet do not lose each other. */
export async function increment(step: IncrementStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const { table, column } = split(step.increment);
  const statement = new Statement();
  const by = statement.bind(step.by === undefined ? 1 : evaluate(step.by, scope));
  const where = whereSql(statement, step.where, scope, "no-row");
  const set = `${quoted(column)} = coalesce(${quoted(column)}, 0) + ${by}`;
  const text = `update ${quoted(table)} set ${set} where ${where} returning *`;
  const [row] = await context.session.query(text, statement.values);
  return row === undefined ? absentRow(table, step.where, scope, context) : goOn(scope, row);
}
