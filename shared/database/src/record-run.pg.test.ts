import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRun } from "@proofroom/migrations/test-room";
import { tell } from "@proofroom/domain/run/told";
import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { recordRun } from "./record-run.ts";
import type { Database } from "./schema.ts";

const texts = { schema: "", api: "", design: "" };
const validating = tell({ type: "status", status: "validating" });
const testing = tell({ type: "status", status: "testing" });
const completed = tell({ type: "status", status: "completed" });

const story = async (db: Kysely<Database>, runId: string): Promise<string[]> => {
  const events = await db.selectFrom("run_event").selectAll().where("run_id", "=", runId).orderBy("seq").execute();
  expect(events.map(({ seq }) => Number(seq))).toEqual(events.map((_, n) => n + 1));
  return events.map(({ event_id }) => event_id);
};

test("a fact told twice is kept once, and a late repetition does not turn the status back", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const runId = await testRun(db, texts);
  await recordRun(db, runId, [validating]);
  await recordRun(db, runId, [testing]);
  await recordRun(db, runId, [validating]);
  expect(await story(db, runId)).toEqual(["status/validating", "status/testing"]);
  const run = await db.selectFrom("run").selectAll().where("id", "=", runId).executeTakeFirstOrThrow();
  expect(run.status).toBe("testing");
});

test("the terminal status is the last event, the verdict stands in the row, and the room is told each status once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const runId = await testRun(db, texts);
  await recordRun(db, runId, [testing, tell({ type: "verdict", verdict: "passed" })]);
  await recordRun(db, runId, [completed]);
  await recordRun(db, runId, [completed, tell({ type: "step", step: "teardown", state: "done" })]);
  expect(await story(db, runId)).toEqual(["status/testing", "verdict", "status/completed"]);
  const run = await db.selectFrom("run").selectAll().where("id", "=", runId).executeTakeFirstOrThrow();
  expect(run).toMatchObject({ status: "completed", verdict: "passed", finished_at: expect.any(Date) });
  const told = await db.selectFrom("room_event").select(["type", "payload"]).orderBy("seq").execute();
  expect(told).toEqual([
    { type: "run", payload: { runId, number: 1, status: "testing" } },
    { type: "run", payload: { runId, number: 1, status: "completed", verdict: "passed" } },
  ]);
});

test("many writers at once leave one gapless story with every fact in it once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const runId = await testRun(db, texts);
  const line = (n: number) => ({
    eventId: `log/${n}`,
    fact: { type: "log" as const, component: "api[0]", stream: "stdout" as const, line: `line ${n}` },
  });
  const batches = Array.from({ length: 100 }, (_, b) => Array.from({ length: 5 }, (_, n) => line(b * 5 + n)));
  const twice = batches.flatMap((batch, b) => (b % 3 === 0 ? [batch, batch] : [batch]));
  await Promise.all(twice.map((batch) => recordRun(db, runId, batch)));
  expect(new Set(await story(db, runId)).size).toBe(500);
  expect((await story(db, runId)).length).toBe(500);
});
