import { recordRun } from "@proofroom/database/record-run";
import { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keepHistory } from "./test-history.ts";
import { endedRoom, reportEvents, reportOf, writeReport } from "./test-report.ts";
import { workIn } from "./test-worker.ts";
import { openWorld, type World } from "./test-world.ts";

let world: World;
let working: AsyncDisposable;

beforeAll(async () => {
  world = await openWorld();
  working = await workIn(world);
});

afterAll(async () => {
  await working[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

test("without a key the report holds facts, and not a single mark", async () => {
  const room = await endedRoom(world);
  const began = performance.now();
  const handle = await writeReport(world, room);
  expect(await handle.result()).toBe("ready");
  const millis = Math.round(performance.now() - began);
  console.log(`report without a key: ${millis} ms from its start`);
  const { status, voice, body, finished_at } = await reportOf(world, room);
  expect({ status, voice, finished: finished_at !== null }).toEqual({
    status: "ready",
    voice: "rules",
    finished: true,
  });
  expect(body).toMatchObject({ status: "ready", voice: "rules", marks: [] });
  expect(body.reason).toBeUndefined();
  expect(body.facts.find(({ item }) => item === "data-1")).toMatchObject({
    state: "covered",
    quote: "code varchar(7)",
    source: { document: "schema", version: "1.4", line: 2 },
  });
  expect(body.facts.find(({ staff }) => staff === true)).toMatchObject({ source: { document: "design", line: 2 } });
  expect(await reportEvents(world, room)).toEqual(["writing", "writing Counting what was done", "ready"]);
  await keepHistory("report-rules", handle);
});

test("a run that was under way at the end is waited for, and its results stand in the report", async () => {
  const room = await endedRoom(world);
  const { db } = world;
  const runId = RunId.parse(crypto.randomUUID());
  await db.insertInto("run_design").values({ hash: runId, texts: "{}" }).execute();
  await db
    .insertInto("run")
    .values({
      id: runId,
      room_id: room.roomId,
      number: 3,
      target: "local",
      suites: JSON.stringify(["functional"]),
      versions: JSON.stringify({ schema: "1.4", api: "1.2", design: "1.3" }),
      design_hash: runId,
      started_by: room.owner.id,
    })
    .execute();
  const handle = await writeReport(world, room);
  while (!(await reportEvents(world, room)).includes("writing Waiting for run 3 to end")) {
    await new Promise((next) => setTimeout(next, 50));
  }
  await recordRun(db, runId, [
    tell({ type: "verdict", verdict: "inconclusive" }),
    tell({ type: "status", status: "completed" }),
  ]);
  expect(await handle.result()).toBe("ready");
  expect((await reportOf(world, room)).body.results).toMatchObject([{ number: 3, status: "completed" }]);
  await keepHistory("report-after-run", handle);
});

test("a report that cannot be written says so instead of hanging, and says what to do", async () => {
  const room = await endedRoom(world);
  await world.db.updateTable("report_step").set({ output: "{}" }).where("room_id", "=", room.roomId).execute();
  const handle = await writeReport(world, room);
  expect(await handle.result()).toBe("failed");
  const row = await world.db
    .selectFrom("report")
    .selectAll()
    .where("room_id", "=", room.roomId)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: "failed", reason: expect.stringContaining("Press Retry") });
  await keepHistory("report-failed", handle);
});
