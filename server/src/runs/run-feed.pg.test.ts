import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import { advance, newRun } from "@proofroom/domain/run/advance";
import type { RunEvent } from "@proofroom/domain/run/event";
import { tell } from "@proofroom/domain/run/told";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRun } from "@proofroom/migrations/test-room";
import { expect, test } from "vitest";
import { readRunEvents } from "./run-events.ts";
import { followRuns } from "./run-feed.ts";

const texts = { schema: "", api: "", design: "" };
const line = (n: number) => ({
  eventId: `log/${n}`,
  fact: { type: "log" as const, component: "api[0]", stream: "stdout" as const, line: `line ${n}` },
});

/** A reader of one run: fetches what was told before the feed began, then folds what the feed tells. */
function createReader(runId: RunId) {
  const got: RunEvent[] = [];
  let waiting: { seq: number; done: () => void }[] = [];
  return {
    got,
    emit: (_room: unknown, id: RunId, event: RunEvent): void => {
      if (id !== runId) return;
      got.push(event);
      for (const one of waiting.filter(({ seq }) => event.seq >= seq)) one.done();
      waiting = waiting.filter(({ seq }) => event.seq < seq);
    },
    until: (seq: number): Promise<void> => {
      const { promise, resolve } = Promise.withResolvers<void>();
      if ((got.at(-1)?.seq ?? 0) >= seq) resolve();
      else waiting.push({ seq, done: resolve });
      return promise;
    },
  };
}

const fail = (error: unknown): void => {
  throw error;
};

test("a feed that begins in the middle tells what comes after, gapless, and joins what was fetched before", async () => {
  await using database = await freshDatabase();
  const { db, url } = database;
  const runId = await testRun(db, texts);
  await recordRun(db, runId, [tell({ type: "status", status: "validating" }), line(1), line(2)]);
  const reader = createReader(runId);
  await using _feed = await followRuns({ db, databaseUrl: url, emit: reader.emit, onError: fail });
  const before = await readRunEvents(db, runId, 0);
  await Promise.all(Array.from({ length: 50 }, (_, n) => recordRun(db, runId, [line(10 + n)])));
  await reader.until(53);
  expect(reader.got.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 4));
  let run = newRun(new Date(0).toISOString());
  for (const event of [...before, ...reader.got])
    run = advance(run, event) ?? fail(new Error(`gap before ${event.seq}`)) ?? run;
  expect(run.log.length).toBe(52);
});

test("a feed whose connection is killed goes on where it was, without a gap or a repetition", async () => {
  await using database = await freshDatabase();
  const { db, url } = database;
  const runId = await testRun(db, texts);
  const reader = createReader(runId);
  await using _feed = await followRuns({ db, databaseUrl: url, emit: reader.emit, onError: fail });
  await recordRun(db, runId, [line(1)]);
  await reader.until(1);
  const killed = await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
  );
  expect(killed.rowCount).toBe(1);
  await recordRun(db, runId, [line(2), line(3)]);
  await reader.until(3);
  expect(reader.got.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test("a run that begins after the feed did is told from its first event", async () => {
  await using database = await freshDatabase();
  const { db, url } = database;
  const heard: RunEvent[] = [];
  const { promise: over, resolve } = Promise.withResolvers<void>();
  await using _feed = await followRuns({
    db,
    databaseUrl: url,
    emit: (_room, _run, event) => {
      heard.push(event);
      if (event.type === "status" && event.status === "cancelled") resolve();
    },
    onError: fail,
  });
  const runId = await testRun(db, texts);
  await recordRun(db, runId, [
    tell({ type: "status", status: "pending" }),
    tell({ type: "status", status: "cancelled" }),
  ]);
  await over;
  expect(heard.map(({ seq }) => seq)).toEqual([1, 2]);
});
