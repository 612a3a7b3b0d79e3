import type { Database } from "@proofroom/database/schema";
import { type Kysely, sql } from "kysely";
import type { Timers } from "./interviewer/timers.ts";

interface Due {
  at: number;
  work: () => void;
  handle: NodeJS.Timeout;
}

export interface TestClock {
  now: () => number;
  timers: Timers;
  /** Lets time pass at once, for this process and for what the database stamps; what became due happens. */
  advance(millis: number): Promise<void>;
}

/** A clock that runs as ours does, and can be put forward. */
export async function testClock(db: Kysely<Database>): Promise<TestClock> {
  for (const statement of [
    "create table test_clock (ahead int not null)",
    "insert into test_clock values (0)",
    "create function test_now() returns timestamptz language sql volatile as $$ select now() + (select ahead from test_clock) * interval '1 millisecond' $$",
    ...["room_event", "staff_event", "interview_note"].map(
      (table) => `alter table ${table} alter at set default test_now()`,
    ),
  ]) {
    await sql.raw(statement).execute(db);
  }
  let ahead = 0;
  const waiting = new Set<Due>();
  const now = (): number => Date.now() + ahead;

  const arm = (due: Due): void => {
    clearTimeout(due.handle);
    due.handle = setTimeout(() => fire(due), Math.max(0, due.at - now()));
  };
  const fire = (due: Due): void => {
    clearTimeout(due.handle);
    if (waiting.delete(due)) due.work();
  };

  return {
    now,
    timers: {
      after(millis, work) {
        const due: Due = { at: now() + millis, work, handle: setTimeout(() => {}, 0) };
        waiting.add(due);
        arm(due);
        return () => {
          waiting.delete(due);
          clearTimeout(due.handle);
        };
      },
    },
    async advance(millis) {
      ahead += millis;
      await sql`update test_clock set ahead = ${ahead}`.execute(db);
      for (const due of [...waiting].toSorted((a, b) => a.at - b.at)) {
        if (due.at <= now()) fire(due);
        else arm(due);
      }
    },
  };
}
