import type { Kysely } from "kysely";
import type { ReportKey } from "./report-row.ts";
import type { Database } from "./schema.ts";

/** What a step of this attempt answered; undefined where it has not been done. What it is, only its own code can say. */
export async function keptStep(db: Kysely<Database>, { roomId, attempt }: ReportKey, step: string): Promise<unknown> {
  const row = await db
    .selectFrom("report_step")
    .select("output")
    .where("room_id", "=", roomId)
    .where("attempt", "=", attempt)
    .where("step", "=", step)
    .executeTakeFirst();
  return row?.output;
}

/** Keeps what a step answered, so that whoever tries it again finds it; the first answer stands. */
export async function keepStep(
  db: Kysely<Database>,
  { roomId, attempt }: ReportKey,
  step: string,
  output: object,
): Promise<void> {
  await db
    .insertInto("report_step")
    .values({ room_id: roomId, attempt, step, output: JSON.stringify(output) })
    .onConflict((clash) => clash.doNothing())
    .execute();
}
