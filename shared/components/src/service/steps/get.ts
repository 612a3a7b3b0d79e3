import type { Step } from "@proofroom/domain/design/step";
import { goOn, type Outcome, refuse, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { whereSql } from "../where.ts";
import type { StepContext } from "./context.ts";

type GetStep = Extract<Step, { get: string }>;

export async function get(step: GetStep, scope: Scope, { session, sayOnce }: StepContext): Promise<Outcome> {
  if (step.cache !== undefined) sayOnce(`no cache is deployed yet: ${step.get} is read from the database each time`);
  const statement = new Statement();
  const where = whereSql(statement, step.by, scope, "no-row");
  const [row] = await session.query(`select * from ${quoted(step.get)} where ${where} limit 1`, statement.values);
  if (row === undefined) return refuse(step.else ?? 404, "not-found", `there is no such row in ${step.get}`);
  return goOn(scope, row);
}
