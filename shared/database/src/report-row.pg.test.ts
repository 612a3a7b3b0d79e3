import { unwrittenReport } from "@proofroom/domain/interview/report/report-body";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { closeReport, openReport, reopenReport, tellReport } from "./report-row.ts";
import { keepStep, keptStep } from "./report-step.ts";
import type { Database } from "./schema.ts";

const ready = { status: "ready" as const, body: { ...unwrittenReport, status: "ready" as const } };
const step = { id: "counted", step: "Counting", done: 1, of: 2 };

const told = async (db: Kysely<Database>, roomId: string): Promise<unknown[]> =>
  (await db.selectFrom("room_event").select("payload").where("room_id", "=", roomId).orderBy("seq").execute()).map(
    ({ payload }) => payload,
  );

test("a room has one report, however many start it at once, and each step of it is told once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId } = await testRoom(db);
  const opened = await Promise.all(Array.from({ length: 5 }, () => openReport(db, roomId)));
  expect(opened.filter(Boolean)).toHaveLength(1);
  const key = { roomId, attempt: 1 };
  await tellReport(db, key, step);
  await tellReport(db, key, step);
  await closeReport(db, key, ready);
  await closeReport(db, key, { status: "failed", reason: "too late" });
  await tellReport(db, key, { ...step, id: "late" });
  expect(await told(db, roomId)).toEqual([
    { status: "writing" },
    { status: "writing", step: "Counting" },
    { status: "ready" },
  ]);
  const row = await db.selectFrom("report").selectAll().where("room_id", "=", roomId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: "ready", reason: null, step: null });
});

test("two who press Retry begin one attempt, which goes on with what was paid for and counts the rest anew", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId } = await testRoom(db);
  await openReport(db, roomId);
  const first = { roomId, attempt: 1 };
  await keepStep(db, first, "texts", { n: 1 });
  await keepStep(db, first, "ask/pass/1", { n: 1 });
  await keepStep(db, first, "ask/pass/1", { n: 2 });
  expect(await reopenReport(db, first)).toBeNull();
  await closeReport(db, first, { status: "failed", reason: "it broke" });
  const again = await Promise.all([reopenReport(db, first), reopenReport(db, first)]);
  expect(again.filter((key) => key !== null)).toEqual([{ roomId, attempt: 2 }]);
  const second = { roomId, attempt: 2 };
  expect(await keptStep(db, second, "ask/pass/1")).toEqual({ n: 1 });
  expect(await keptStep(db, second, "texts")).toBeUndefined();
  // What is left of the first attempt changes nothing any more.
  await closeReport(db, first, ready);
  const row = await db.selectFrom("report").selectAll().where("room_id", "=", roomId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: "writing", attempt: 2, reason: null });
});
