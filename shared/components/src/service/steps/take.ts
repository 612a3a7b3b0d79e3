import type { Step } from "@proofroom/domain/design/step";
import { evaluate } from "../evaluate.ts";
import { goOn, type Outcome, refuse, type Row, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { writtenSql } from "../written-sql.ts";
import { whereSql } from "../where.ts";
import { conflictOf } from "./conflict.ts";
import type { StepContext } from "./context.ts";

type TakeStep = Extract<Step, { take: string }>;

/**
 * One statement; rows that others are taking are passed over, so that two at once get two rows and nobody waits. A row that is filled keeps
 * the request's key as one that is added would.
 */
export async function takeOne(step: TakeStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const { session, tables, wrote, isAbsenceAsked } = context;
  const statement = new Statement();
  const name = quoted(step.take);
  const columns = tables.get(step.take)?.columns;
  const kept = scope.key?.table === step.take && step.set !== undefined ? { [scope.key.column]: scope.key.value } : {};
  const given = Object.entries(step.set ?? {}).map(
    ([column, value]) => [column, evaluate(value, scope) ?? null] as const,
  );
  const set = Object.entries({ ...kept, ...Object.fromEntries(given) }).map(([column, value]) => {
    const own = columns?.find((one) => one.name === column);
    return `${quoted(column)} = ${writtenSql(statement, value, own, true)}`;
  });
  const where = whereSql(statement, step.where ?? {}, { scope, columns, absent: "no-row" });
  const free = `select ctid from ${name} where ${where} limit 1 for update skip locked`;
  const verb = set.length === 0 ? `delete from ${name}` : `update ${name} set ${set.join(", ")}`;
  const taken = await unlessReplayed(step, scope, context, () =>
    session.query(`${verb} where ctid = (${free}) returning *`, statement.values),
  );
  if (taken === null) return { next: "replay" };
  const [row] = taken;
  if (row === undefined) {
    if (isAbsenceAsked && step.else === undefined) return goOn({ ...scope, found: false }, null);
    return refuse(step.else ?? 503, "none-left", `no row of ${step.take} is left to take`);
  }
  wrote(step.take, row);
  return goOn({ ...scope, found: true }, row);
}

/** Null where the database refuses it because a row keeps the request's key already. */
async function unlessReplayed(
  { take }: TakeStep,
  { key }: Scope,
  { tables }: StepContext,
  send: () => Promise<Row[]>,
): Promise<Row[] | null> {
  try {
    return await send();
  } catch (error) {
    const columns = key?.table === take ? conflictOf(error, tables.get(take)) : null;
    if (columns === null || !columns.includes(key?.column ?? "")) throw error;
    return null;
  }
}
