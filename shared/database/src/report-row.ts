import type { Report } from "@proofroom/domain/interview/report/report";
import { type Kysely, sql } from "kysely";
import { appendEvents } from "./append-event.ts";
import type { Database } from "./schema.ts";

/** One writing of a room's report; Retry is the next attempt. */
export interface ReportKey {
  roomId: string;
  attempt: number;
}

/** Steps whose answer cost money are named so; the next attempt goes on with them. */
export const paidStep = "ask/";

const attemptOf = (db: Kysely<Database>, { roomId, attempt }: ReportKey) =>
  db.updateTable("report").where("room_id", "=", roomId).where("attempt", "=", attempt).where("status", "=", "writing");

/** Tells what is done now. An attempt that is over, or was followed by another, tells nothing any more. */
export async function tellReport(
  db: Kysely<Database>,
  key: ReportKey,
  { id, step, done, of, body }: { id: string; step: string; done: number; of: number; body?: Report },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const kept = body === undefined ? {} : { body: JSON.stringify(body) };
    const told = await attemptOf(trx, key)
      .set({ step, done, of, ...kept })
      .returning("room_id")
      .executeTakeFirst();
    if (told !== undefined) await append(trx, key, id, { status: "writing", step });
  });
}

/** Ends an attempt, once: as `ready` with its body, or as `failed` with a reason and whatever body it has by then. */
export async function closeReport(
  db: Kysely<Database>,
  key: ReportKey,
  report: { status: "ready"; body: Report } | { status: "failed"; reason: string },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const ending =
      report.status === "failed"
        ? { reason: report.reason }
        : { body: JSON.stringify(report.body), voice: report.body.voice, reason: report.body.reason ?? null };
    const closed = await attemptOf(trx, key)
      .set({ status: report.status, step: null, finished_at: sql<Date>`now()`, ...ending })
      .returning("room_id")
      .executeTakeFirst();
    if (closed !== undefined) await append(trx, key, report.status, { status: report.status });
  });
}

/** Makes the row of a room's first report; false where there is one. */
export async function openReport(db: Kysely<Database>, roomId: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const opened = await trx
      .insertInto("report")
      .values({ room_id: roomId, status: "writing", voice: "rules" })
      .onConflict((clash) => clash.doNothing())
      .returning("attempt")
      .executeTakeFirst();
    if (opened !== undefined) await append(trx, { roomId, attempt: 1 }, "start", { status: "writing" });
    return opened !== undefined;
  });
}

/** Begins the next attempt of a report that is over; null where somebody else was faster. */
export async function reopenReport(db: Kysely<Database>, { roomId, attempt }: ReportKey): Promise<ReportKey | null> {
  return db.transaction().execute(async (trx) => {
    const opened = await trx
      .updateTable("report")
      .set({ status: "writing", attempt: attempt + 1, step: null, done: 0, of: 0, reason: null, finished_at: null })
      .set({ started_at: sql<Date>`now()` })
      .where("room_id", "=", roomId)
      .where("attempt", "=", attempt)
      .where("status", "<>", "writing")
      .returning("attempt")
      .executeTakeFirst();
    if (opened === undefined) return null;
    const key = { roomId, attempt: attempt + 1 };
    // What a model was paid for stays: the documents have not changed since.
    const paid = trx.selectFrom("report_step").where("room_id", "=", roomId).where("attempt", "=", attempt);
    await trx
      .insertInto("report_step")
      .columns(["room_id", "attempt", "step", "output"])
      .expression(
        paid
          .select(["room_id", sql<number>`${key.attempt}::int`.as("attempt"), "step", "output"])
          .where("step", "like", `${paidStep}%`),
      )
      .execute();
    await append(trx, key, "start", { status: "writing" });
    return key;
  });
}

async function append(
  trx: Kysely<Database>,
  { roomId, attempt }: ReportKey,
  id: string,
  payload: object,
): Promise<void> {
  const events = [{ eventId: `report/${attempt}/${id}`, attempt, type: "report", payload }];
  await appendEvents(trx, { table: "room_event", owner: roomId, events });
}
