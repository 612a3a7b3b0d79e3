import { type ReportKey, tellReport } from "@proofroom/database/report-row";
import { Context } from "@temporalio/activity";
import type { Deps } from "./deps.ts";

const askEveryMillis = 200;

/** Waits, at most `waitMillis`, until the room's run is over, so that its results stand in the report. */
export const reportAwaitRun =
  ({ db }: Pick<Deps, "db">) =>
  async ({ waitMillis, ...key }: ReportKey & { waitMillis: number }): Promise<void> => {
    const context = Context.current();
    const began = performance.now();
    for (let told = 0; performance.now() - began < waitMillis;) {
      const run = await db
        .selectFrom("run")
        .select("number")
        .where("room_id", "=", key.roomId)
        .where("finished_at", "is", null)
        .executeTakeFirst();
      if (run === undefined) return;
      if (run.number !== told) {
        const step = `Waiting for run ${run.number} to end`;
        await tellReport(db, key, { id: `run-${run.number}`, step, done: 0, of: 2 });
      }
      told = run.number;
      context.heartbeat();
      await context.sleep(askEveryMillis);
    }
  };
