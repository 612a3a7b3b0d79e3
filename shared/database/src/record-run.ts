import type { Person } from "@proofroom/domain/room/person";
import { isOver, RunStatus } from "@proofroom/domain/run/status";
import type { Told } from "@proofroom/domain/run/told";
import { type Kysely, sql } from "kysely";
import { appendEvents } from "./append-event.ts";
import type { Database } from "./schema.ts";

/**
 * Adds facts to a run's story, and to the room's when its status changes, in one commit. A fact told before is skipped;
 * after the terminal status nothing is added, so that status stays the last event. `by` names who pressed Run.
 */
export async function recordRun(db: Kysely<Database>, runId: string, told: Told[], by?: Person): Promise<void> {
  const record = async (trx: Kysely<Database>): Promise<void> => {
    const run = await trx
      .selectFrom("run")
      .select(["room_id", "number", "finished_at"])
      .where("id", "=", runId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (run === undefined || run.finished_at !== null) return;
    const events = told.map(({ eventId, attempt, fact: { type, ...payload } }) => {
      return { eventId, type, payload, ...(attempt === undefined ? {} : { attempt }) };
    });
    await appendEvents(trx, { table: "run_event", owner: runId, events });
    const status = told.findLast(({ fact }) => fact.type === "status")?.fact;
    const verdict = told.findLast(({ fact }) => fact.type === "verdict")?.fact;
    if (verdict?.type === "verdict") {
      await trx.updateTable("run").set({ verdict: verdict.verdict }).where("id", "=", runId).execute();
    }
    if (status?.type !== "status") return;
    await follow(trx, runId, run, by);
  };
  await (db.isTransaction ? record(db) : db.transaction().execute(record));
}

/** The row and the room follow the newest status told, not the one at hand: a retried `record` may be late. */
async function follow(
  trx: Kysely<Database>,
  runId: string,
  run: { room_id: string; number: number },
  by: Person | undefined,
): Promise<void> {
  const newest = await sql<{ status: string }>`
    select payload->>'status' as status from run_event
    where run_id = ${runId} and type = 'status' order by seq desc limit 1`.execute(trx);
  const status = RunStatus.parse(newest.rows[0]?.status);
  const { verdict } = await trx
    .updateTable("run")
    .set({ status, ...(isOver(status) ? { finished_at: sql<Date>`now()` } : {}) })
    .where("id", "=", runId)
    .returning("verdict")
    .executeTakeFirstOrThrow();
  await appendEvents(trx, {
    table: "room_event",
    owner: run.room_id,
    events: [
      {
        eventId: `run/${runId}/${status}`,
        type: "run",
        payload: {
          runId,
          number: run.number,
          status,
          ...(status === "completed" && verdict !== null ? { verdict } : {}),
          ...(by === undefined ? {} : { by }),
        },
      },
    ],
  });
}
