import type { Table } from "@proofroom/domain/design/model";
import { whenEnded, whenTaken } from "@proofroom/domain/design/refusal-status";
import type { Where } from "@proofroom/domain/design/step";
import { type Outcome, refuse, type Scope } from "../scope.ts";
import { quoted, Statement } from "../statement.ts";
import { equalTo, whereSql } from "../where.ts";
import type { StepContext } from "./context.ts";

/**
 * What no row means: 404 where its key names nothing; where the row is there and the guard refused it what the endpoint declares
 * for that, of a time that has passed what it declares for what is gone.
 */
export async function absentRow(table: string, where: Where, scope: Scope, context: StepContext): Promise<Outcome> {
  const key = keyPart(where, context.tables.get(table));
  const isGuarded = Object.keys(key).length < Object.keys(where).length;
  if (isGuarded && (Object.keys(key).length === 0 || (await exists(table, key, scope, context)))) {
    const [taken, ended] = [whenTaken(context.operation), whenEnded(context.operation)];
    const isEnded = ended !== taken && (await exists(table, withoutTimes(where), scope, context));
    return refuse(isEnded ? ended : taken, "conflict", `${table} is not in a state that allows this`);
  }
  return refuse(404, "not-found", `there is no such row in ${table}`);
}

/** The condition without what it asks of times. */
const withoutTimes = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).filter(([, condition]) => {
      const isCompared = typeof condition === "object" && condition !== null && !Array.isArray(condition);
      return !isCompared || !Object.values(condition).includes("$now");
    }),
  );

/** The part of a condition that says which row is meant: equality with a key's column, or with what the path names. */
function keyPart(where: Where, table: Table | undefined): Where {
  const keys = new Set([table?.primaryKey ?? [], ...(table?.uniques ?? [])].flat());
  const naming = Object.entries(where).filter(([column, condition]) => {
    const value = equalTo(condition);
    return value !== undefined && (keys.has(column) || (typeof value === "string" && value.startsWith("$path.")));
  });
  return Object.fromEntries(naming);
}

async function exists(table: string, key: Where, scope: Scope, { session, tables }: StepContext): Promise<boolean> {
  const statement = new Statement();
  const where = whereSql(statement, key, { scope, columns: tables.get(table)?.columns, absent: "no-row" });
  return (await session.query(`select 1 from ${quoted(table)} where ${where} limit 1`, statement.values)).length > 0;
}
