import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import { tell } from "@proofroom/domain/run/told";
import { freshDatabase } from "@proofroom/migrations/test-database";
import { testRun } from "@proofroom/migrations/test-room";
import { MockActivityEnvironment } from "@temporalio/testing";
import { expect, test } from "vitest";
import { leaveTurn } from "./leave-turn.ts";
import { takeTurn } from "./take-turn.ts";

const texts = { schema: "", api: "", design: "" };

test("one run at a time has the host; the others are told their place and get it in the order in which they asked", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const deps = { db, host: "here", taskQueue: "runs" };
  const [first, second, third] = [await testRun(db, texts), await testRun(db, texts), await testRun(db, texts)];
  const ask = (runId: RunId) => new MockActivityEnvironment().run(takeTurn(deps), { runId });
  const placesOf = async (runId: RunId) =>
    (await db.selectFrom("run_event").select("event_id").where("run_id", "=", runId).orderBy("seq").execute()).map(
      ({ event_id }) => event_id,
    );
  const toldPlace = async (runId: RunId, place: number): Promise<void> => {
    while (!(await placesOf(runId)).includes(`queue/${place}`)) await new Promise((next) => setTimeout(next, 20));
  };

  expect(await ask(first)).toEqual({ host: "here", hostQueue: "runs@here" });
  const seconds = ask(second);
  await toldPlace(second, 1);
  const thirds = ask(third);
  await toldPlace(third, 2);

  await leaveTurn(deps)({ runId: first });
  expect(await seconds).toEqual({ host: "here", hostQueue: "runs@here" });
  await toldPlace(third, 1);
  // A run that ended without leaving does not keep the host.
  await recordRun(db, second, [tell({ type: "status", status: "failed" })]);
  await thirds;
  expect(await placesOf(third)).toEqual(["queue/2", "queue/1"]);
});

test("a second try of the same run has what the first one took, wherever it runs", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const runId = await testRun(db, texts);
  const ask = (host: string) => new MockActivityEnvironment().run(takeTurn({ db, host, taskQueue: "runs" }), { runId });
  expect(await ask("here")).toEqual(await ask("elsewhere"));
});

test("stopping a run that waits ends its waiting", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const deps = { db, host: "here", taskQueue: "runs" };
  const [first, second] = [await testRun(db, texts), await testRun(db, texts)];
  await new MockActivityEnvironment().run(takeTurn(deps), { runId: first });
  const waiting = new MockActivityEnvironment();
  waiting.on("heartbeat", () => waiting.cancel());
  await expect(waiting.run(takeTurn(deps), { runId: second })).rejects.toThrow("CANCELLED");
});

test("a run that is over gets no turn", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const runId = await testRun(db, texts);
  await recordRun(db, runId, [tell({ type: "status", status: "cancelled" })]);
  const asked = new MockActivityEnvironment().run(takeTurn({ db, host: "here", taskQueue: "runs" }), { runId });
  await expect(asked).rejects.toThrow("over");
});
