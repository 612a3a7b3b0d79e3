import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { createLogger } from "@proofroom/process/logger";
import { testRun } from "@proofroom/migrations/test-room";
import { expect, test } from "vitest";
import { workflowId } from "../contract.ts";
import { openWorld } from "../test-world.ts";
import { sweepRuns } from "./sweep-runs.ts";

const texts = { schema: "", api: "", design: "" };
const log = createLogger("test");
log.level = "fatal";

test("a run whose workflow was never started is started, once", async () => {
  await using world = await openWorld();
  const { db, client, taskQueue } = world;
  const [old, young] = [await testRun(db, texts), await testRun(db, texts)];
  await db
    .updateTable("run")
    .set({ created_at: sql`now() - interval '1 minute'` })
    .where("id", "=", old)
    .execute();
  const sweep = sweepRuns({ db, client, taskQueue, host: "here", log });
  expect(await sweep()).toEqual([`${taskQueue}@here`]);
  await sweep();
  const { status } = await client.workflow.getHandle(workflowId.run(old)).describe();
  expect(status.name).toBe("RUNNING");
  await expect(client.workflow.getHandle(workflowId.run(young)).describe()).rejects.toThrow("not found");
});

test("a run whose workflow was ended from outside gets its last event, and the room may run again", async () => {
  await using world = await openWorld();
  const { db, client, taskQueue } = world;
  const { runId, handle } = await world.start(texts);
  await handle.terminate(randomUUID());
  await db
    .updateTable("run")
    .set({ created_at: sql`now() - interval '1 minute'` })
    .where("id", "=", runId)
    .execute();
  await sweepRuns({ db, client, taskQueue, host: "here", log })();
  const run = await db.selectFrom("run").selectAll().where("id", "=", runId).executeTakeFirstOrThrow();
  expect(run).toMatchObject({ status: "failed", finished_at: expect.any(Date) });
});
