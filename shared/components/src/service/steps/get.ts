import type { PlainStep } from "@proofroom/domain/design/step";
import { throughCache } from "../cached-row.ts";
import { type Outcome, refuse, type Row, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { whereSql } from "../where.ts";
import type { StepContext } from "./context.ts";

type GetStep = Extract<PlainStep, { get: string }>;

/** One row, through the cache where one is drawn; a read that belongs to a transaction goes to the database. */
export async function get(step: GetStep, scope: Scope, context: StepContext): Promise<Outcome> {
  const { session, caches, sayOnce } = context;
  const cache = caches.get(step.cache?.in ?? "");
  if (step.cache !== undefined && cache === undefined) {
    sayOnce(`no arrow leads from here to a cache: ${step.get} is read from the database each time`);
  }
  const row =
    cache === undefined || session.isInTransaction
      ? await fromDatabase(step, scope, context)
      : await throughCache(step, cache, scope, () => fromDatabase(step, scope, context));
  if (row !== null || (context.isAbsenceAsked && step.else === undefined)) {
    return { next: "go-on", scope: { ...scope, row, found: row !== null } };
  }
  return refuse(step.else ?? 404, "not-found", `there is no such row in ${step.get}`);
}

async function fromDatabase(step: GetStep, scope: Scope, { session, tables }: StepContext): Promise<Row | null> {
  const statement = new Statement();
  const where = whereSql(statement, step.by, { scope, columns: tables.get(step.get)?.columns, absent: "no-row" });
  if (step.lock === "absent") await lockAbsent(step.get, where, statement, session);
  const lock = step.lock === undefined ? "" : " for update";
  const text = `select * from ${quoted(step.get)} where ${where} limit 1${lock}`;
  return (await session.query(text, statement.values))[0] ?? null;
}

/** One at a time looks for the same, also where no row is there to be locked; what was committed meanwhile is seen by the statement after it. */
async function lockAbsent(
  name: string,
  where: string,
  { values }: Statement,
  session: StepContext["session"],
): Promise<void> {
  const sought = JSON.stringify([name, where, values]);
  await session.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [sought]);
}
