import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { referenceOf } from "@proofroom/problems/judge";
import { problemsDir } from "@proofroom/problems/public";
import type { RunEvent } from "@proofroom/domain/run/event";
import { openDatabase } from "@proofroom/database/open";
import { migrate } from "@proofroom/migrations/migrate";
import { startPostgres } from "@proofroom/postgres/start";
import { temporalBinary } from "@proofroom/temporal/binary";
import { startTemporal } from "@proofroom/temporal/start";
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
  await using first = await spawnWorker(world);
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

test("a Temporal server that is killed in the middle of the suite and started again loses nothing of the run", async () => {
  const binary = await temporalBinary();
  if ("missing" in binary) throw new Error(binary.missing);
  const dataDir = await mkdtemp(join(tmpdir(), "proofroom-temporal-"));
  const first = await startTemporal({ dataDir, binary: binary.path });
  try {
    await using world = await openWorld(first.address);
    await using worker = await spawnWorker(world);
    const { runId } = await world.start(reference, { heartbeatMillis: 5_000 });
    await eventThat(world.db, runId, testing);
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    await using _second = await startTemporal({ dataDir, binary: binary.path, port: first.port });
    await eventThat(world.db, runId, (event) => event.type === "status" && event.status === "completed");
    const run = await foldOf(world.db, runId);
    expect(run.verdict).toBe("passed");
    expect(run.results.length).toBe(5);
    // Before its server: a worker that has none to say goodbye to breaks instead of ending.
    await worker.end("SIGTERM");
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
});

test("a Postgres that is killed in the middle of the suite and started again loses nothing of the run", async () => {
  const dataDir = await mkdtemp("/var/tmp/proofroom-test-");
  await chmod(dataDir, 0o711);
  const options = { dataDir: join(dataDir, "postgres") };
  const first = await startPostgres(options);
  const inIt = async () => {
    await using admin = openDatabase(first.url, 1, () => {});
    await migrate(admin.db);
    const open = openDatabase(first.url, 5, () => {});
    return { ...open, url: first.url };
  };
  try {
    await using world = await openWorld(undefined, inIt);
    await using _worker = await spawnWorker(world);
    const { runId, handle } = await world.start(reference, { heartbeatMillis: 5_000 });
    await eventThat(world.db, runId, testing);
    process.kill(first.pid, "SIGKILL");
    await first.exited;
    await using _second = await startPostgres({ ...options, port: first.port });
    expect(await handle.result()).toBe("completed");
    const run = await foldOf(world.db, runId);
    expect(run.verdict).toBe("passed");
    expect(run.results.length).toBe(5);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 90_000);
