import { recordRun } from "@proofroom/database/record-run";
import type { DocumentName } from "@proofroom/domain/document/document";
import { tell } from "@proofroom/domain/run/told";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRoom } from "@proofroom/migrations/test-room";
import { expect, test } from "vitest";
import { moveRoom } from "../rooms/move-room.ts";
import { connectEngine } from "./engine.ts";
import { startRun } from "./start-run.ts";
import { viewRun, viewRuns } from "./view-runs.ts";

const frozen = (text: string): Record<DocumentName, { text: string; version: string }> => ({
  schema: { text, version: "1.4" },
  api: { text, version: "1.5" },
  design: { text, version: "1.6" },
});
const suites = ["functional" as const];

/** Nothing listens on port 1: Temporal is away for the whole test. */
const away = () => connectEngine("runs", { TEMPORAL_ADDRESS: "127.0.0.1:1" });

test("two who press Run at once get the same run, and the room is told of it once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId, owner } = await testRoom(db);
  await using engine = away();
  const deps = { db, engine, freeze: () => Promise.resolve(frozen("a")), onError: () => {} };
  const wanted = { roomId, person: owner, target: "local" as const, suites };
  const both = await Promise.all([startRun(deps, wanted), startRun(deps, wanted)]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["already-running", "started"]);
  const runs = await viewRuns(db, roomId);
  expect(runs).toMatchObject([
    { number: 1, status: "pending", startedBy: owner, versions: { schema: "1.4", api: "1.5", design: "1.6" } },
  ]);
  const told = await db.selectFrom("room_event").select("payload").execute();
  expect(told).toEqual([{ payload: { runId: runs[0]?.id, number: 1, status: "pending", by: owner } }]);
});

test("a run that is over makes room for the next, which is a new one with the next number", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId, owner } = await testRoom(db);
  await using engine = away();
  const deps = { db, engine, freeze: () => Promise.resolve(frozen("a")), onError: () => {} };
  const wanted = { roomId, person: owner, target: "local" as const, suites };
  const first = await startRun(deps, wanted);
  if (first.outcome !== "started") throw new Error(first.outcome);
  await recordRun(db, first.runId, [tell({ type: "status", status: "validation_failed", reason: "1 finding" })]);
  const second = await startRun(deps, wanted);
  if (second.outcome !== "started") throw new Error(second.outcome);
  expect(second.runId).not.toBe(first.runId);
  expect((await viewRuns(db, roomId)).map(({ number, status }) => [number, status])).toEqual([
    [2, "pending"],
    [1, "validation_failed"],
  ]);
  expect(await viewRun(db, first.runId, { endpoints: true, nextStep: true })).toMatchObject({
    status: "validation_failed",
    reason: "1 finding",
    lastSeq: 2,
  });
});

test("a room that ends while its documents are frozen gets no further run", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId, owner } = await testRoom(db);
  await using engine = away();
  const freeze = async () => {
    await moveRoom(db, { roomId, move: "end", by: owner, now: new Date() });
    return frozen("a");
  };
  const started = await startRun(
    { db, engine, freeze, onError: () => {} },
    { roomId, person: owner, target: "local", suites },
  );
  expect(started).toEqual({ outcome: "not-found" });
  expect(await viewRuns(db, roomId)).toEqual([]);
});

test("where runs are off, Run says what is missing and leaves nothing behind", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { roomId, owner } = await testRoom(db);
  const deps = {
    db,
    engine: { off: "Install temporal." },
    freeze: () => Promise.resolve(frozen("a")),
    onError: () => {},
  };
  const started = await startRun(deps, { roomId, person: owner, target: "local", suites });
  expect(started).toEqual({ outcome: "runs-off", message: "Install temporal." });
  expect(await viewRuns(db, roomId)).toEqual([]);
});
