import { existsSync } from "node:fs";
import { join } from "node:path";
import { referenceOf } from "@proofroom/problems/judge";
import { problemsDir } from "@proofroom/problems/public";
import type { RunEvent } from "@proofroom/domain/run/event";
import { expect, test } from "vitest";
import { spawnWorker } from "./test-worker.ts";
import { eventsOf, eventThat, foldOf, openWorld } from "./test-world.ts";

const reference = referenceOf(problemsDir, "url-shortener");
const booting = (event: RunEvent): boolean => event.type === "status" && event.status === "deploying";
const testing = ({ type }: RunEvent): boolean => type === "result";

test.each([
  ["while the design boots", booting],
  ["in the middle of the suite", testing],
])("a worker that is killed %s is followed by the next one, on the same deployment", async (_when, moment) => {
  await using world = await openWorld();
  const first = await spawnWorker(world);
  const { runId, handle } = await world.start(reference, { heartbeatMillis: 3_000 });
  await eventThat(world.db, runId, moment);
  await first.end("SIGKILL");
  await using _second = await spawnWorker(world);
  expect(await handle.result()).toBe("completed");
  const run = await foldOf(world.db, runId);
  expect(run.verdict).toBe("passed");
  const facts = (await eventsOf(world.db, runId)).flatMap((event) =>
    event.type === "status" ? [event.status] : event.type === "result" ? [event.name] : [],
  );
  expect(facts.length).toBe(new Set(facts).size);
  expect(existsSync(join(world.home, "runs", runId))).toBe(false);
});
