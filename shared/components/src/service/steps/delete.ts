import type { Step } from "@proofroom/domain/design/step";
import { goOn, type Outcome, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { whereSql } from "../where.ts";
import { absentRow } from "./absent-row.ts";
import type { StepContext } from "./context.ts";

type DeleteStep = Extract<Step, { delete: string }>;

export async function remove(step: DeleteStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const statement = new Statement();
  const columns = context.tables.get(step.delete)?.columns;
  const where = whereSql(statement, step.where, { scope, columns, absent: "no-row" });
  const rows = await context.session.query(
    `delete from ${quoted(step.delete)} where ${where} returning *`,
    statement.values,
  );
  for (const gone of rows) context.wrote(step.delete, gone);
  const [row] = rows;
  if (row !== undefined) return goOn({ ...scope, found: true }, row);
  // Among other steps it clears the way, and there may have been nothing in it.
  return context.session.isInTransaction || context.isAbsenceAsked
    ? goOn({ ...scope, found: false })
    : absentRow(step.delete, step.where, scope, context);
}
