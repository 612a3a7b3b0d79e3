import type { PlainStep } from "@proofroom/domain/design/step";
import type { Outcome, Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { whereSql } from "../where.ts";
import type { StepContext } from "./context.ts";

type CountStep = Extract<PlainStep, { count: string }>;

/** How many rows there are; a filter that was not sent asks for nothing, as in a list. */
export async function count(step: CountStep, scope: Scope, { session, tables }: StepContext): Promise<Outcome> {
  const statement = new Statement();
  const where = whereSql(statement, step.where ?? {}, {
    scope,
    columns: tables.get(step.count)?.columns,
    absent: "ignored",
  });
  const text = `select count(*) as count from ${quoted(step.count)} where ${where}`;
  const counted = Number((await session.query(text, statement.values))[0]?.["count"] ?? 0);
  return { next: "go-on", scope: { ...scope, count: counted, found: counted > 0 } };
}
