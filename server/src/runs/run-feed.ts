import { listen } from "@proofroom/database/listen";
import type { Database } from "@proofroom/database/schema";
import { RoomId, RunId } from "@proofroom/domain/id";
import type { RunEvent } from "@proofroom/domain/run/event";
import { type Kysely, sql } from "kysely";
import * as z from "zod/mini";
import { allRunEvents } from "./run-events.ts";

const lookEveryMillis = 5_000;
const Wake = z.object({ run: RunId });

export interface RunFeedDependencies {
  db: Kysely<Database>;
  databaseUrl: string;
  /** Gets every event of every run once, in the order of its `seq`, from the moment the feed begins. */
  emit: (roomId: RoomId, runId: RunId, event: RunEvent) => void;
  onError: (error: unknown) => void;
}

interface Followed {
  roomId: RoomId;
  cursor: number;
  /** Reads of one run happen one after the other. */
  turn: Promise<void>;
  isWaiting: boolean;
}

/**
 * Follows what runs tell. A NOTIFY says only that there is something; it can be lost, so the feed also looks by itself when
 * its connection is new and every 5 s. What was told before it began, readers fetch over HTTP.
 */
export async function followRuns({ db, databaseUrl, emit, onError }: RunFeedDependencies): Promise<AsyncDisposable> {
  const followed = new Map<RunId, Followed>();
  let looking: Promise<void> = Promise.resolve();

  const follow = (runId: RunId, roomId: RoomId, cursor: number): Followed => {
    const known = followed.get(runId) ?? { roomId, cursor, turn: Promise.resolve(), isWaiting: false };
    followed.set(runId, known);
    return known;
  };

  const read = async (runId: RunId, run: Followed): Promise<void> => {
    run.isWaiting = false;
    for await (const event of allRunEvents(db, runId, run.cursor)) {
      emit(run.roomId, runId, event);
      run.cursor = event.seq;
    }
  };

  /** Many wake-ups while one waits are one. */
  const wake = (runId: RunId, run: Followed): void => {
    if (run.isWaiting) return;
    run.isWaiting = true;
    run.turn = run.turn.then(() => read(runId, run)).catch(onError);
  };

  /** Runs under way, and those that ended a moment ago: their last events may not be read yet. */
  const recent = () =>
    db
      .selectFrom("run")
      .select(["id", "room_id", "last_seq"])
      .where((where) =>
        where.or([where("finished_at", "is", null), where("finished_at", ">", sql<Date>`now() - interval '1 minute'`)]),
      )
      .execute();

  const lookNow = async (): Promise<void> => {
    const runs = await recent();
    const ids = new Set(runs.map(({ id }) => id));
    for (const runId of followed.keys()) if (!ids.has(runId)) followed.delete(runId);
    for (const { id, room_id, last_seq } of runs) {
      const runId = RunId.parse(id);
      const run = follow(runId, RoomId.parse(room_id), 0);
      if (Number(last_seq) > run.cursor) wake(runId, run);
    }
  };

  const look = (): void => {
    looking = looking.then(lookNow).catch(onError);
  };

  const onWake = (payload: string | null): void => {
    const told = payload === null ? null : Wake.safeParse(JSON.parse(payload)).data;
    const known = told?.run === undefined ? undefined : followed.get(told.run);
    if (told?.run === undefined || known === undefined) look();
    else wake(told.run, known);
  };

  for (const { id, room_id, last_seq } of await recent())
    follow(RunId.parse(id), RoomId.parse(room_id), Number(last_seq));
  const listening = listen(databaseUrl, "run", onWake);
  const timer = setInterval(look, lookEveryMillis);
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await listening[Symbol.asyncDispose]();
      await looking;
      await Promise.all([...followed.values()].map((run) => run.turn));
    },
  };
}
