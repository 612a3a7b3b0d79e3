import type { Database } from "@proofroom/database/schema";
import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import { ApplicationFailure, Context } from "@temporalio/activity";
import { type Kysely, sql } from "kysely";
import { hostQueue } from "../contract.ts";
import type { Deps } from "./deps.ts";

export interface Turn {
  host: string;
  hostQueue: string;
}

const askEveryMillis = 200;

/** Waits until this host runs nothing else, telling the place in its line; place 1 is next. */
export const takeTurn =
  ({ db, host, taskQueue }: Pick<Deps, "db" | "host" | "taskQueue">) =>
  async ({ runId }: { runId: RunId }): Promise<Turn> => {
    const context = Context.current();
    for (let told = 0; ;) {
      const line = await ask(db, runId, host);
      if (line.place === 0) return { host: line.host, hostQueue: hostQueue(taskQueue, line.host) };
      if (line.place !== told) await recordRun(db, runId, [tell({ type: "queue", place: line.place })]);
      told = line.place;
      context.heartbeat();
      await context.sleep(askEveryMillis);
    }
  };

/**
 * Takes the host if nobody has it and nobody waited longer, else answers the place; 0 is having it. A first try may have
 * taken another host: then that one counts. The advisory lock makes everybody who asks for a host do so one by one.
 */
function ask(db: Kysely<Database>, runId: RunId, host: string): Promise<{ place: number; host: string }> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`run_slot ${host}`}))`.execute(trx);
    const over = trx.selectFrom("run").select("id").where("finished_at", "is not", null);
    if ((await over.where("id", "=", runId).executeTakeFirst()) !== undefined) {
      throw ApplicationFailure.nonRetryable("the run is over already", "RunOver");
    }
    await trx.deleteFrom("run_slot").where("host", "=", host).where("run_id", "in", over).execute();
    await trx
      .insertInto("run_slot")
      .values({ run_id: runId, host })
      .onConflict((clash) => clash.column("run_id").doUpdateSet({ host }).where("run_slot.taken_at", "is", null))
      .execute();
    const mine = await trx.selectFrom("run_slot").selectAll().where("run_id", "=", runId).executeTakeFirstOrThrow();
    if (mine.taken_at !== null) return { place: 0, host: mine.host };
    const line = await trx
      .selectFrom("run_slot")
      .select(["run_id", "taken_at"])
      .where("host", "=", host)
      .orderBy("asked_at")
      .orderBy("run_id")
      .execute();
    const isBusy = line.some(({ taken_at }) => taken_at !== null);
    const ahead = line.filter(({ taken_at }) => taken_at === null).findIndex(({ run_id }) => run_id === runId);
    if (isBusy || ahead > 0) return { place: ahead + 1, host };
    await trx
      .updateTable("run_slot")
      .set({ taken_at: sql`clock_timestamp()` })
      .where("run_id", "=", runId)
      .execute();
    return { place: 0, host };
  });
}
