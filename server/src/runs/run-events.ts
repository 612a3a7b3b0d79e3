import type { Database } from "@proofroom/database/schema";
import { type RunEvent, RunFact } from "@proofroom/domain/run/event";
import type { Kysely } from "kysely";

/** At most this many at once; whoever needs more asks again after the last. */
const eventPage = 10_000;

/** What a run told after `after`, in order and without a gap. */
export async function readRunEvents(db: Kysely<Database>, runId: string, after: number): Promise<RunEvent[]> {
  const rows = await db
    .selectFrom("run_event")
    .select(["seq", "attempt", "type", "payload", "at"])
    .where("run_id", "=", runId)
    .where("seq", ">", String(after))
    .orderBy("seq")
    .limit(eventPage)
    .execute();
  return rows.map(({ seq, attempt, type, payload, at }) => {
    const fact = RunFact.parse({ ...payload, type });
    return { ...fact, seq: Number(seq), at: at.toISOString(), ...(attempt === 1 ? {} : { attempt }) };
  });
}

/** Page after page of what came after `after`, until there is no more. */
export async function* allRunEvents(db: Kysely<Database>, runId: string, after: number): AsyncGenerator<RunEvent> {
  for (let last = after; ;) {
    const events = await readRunEvents(db, runId, last);
    yield* events;
    last = events.at(-1)?.seq ?? last;
    if (events.length < eventPage) return;
  }
}
