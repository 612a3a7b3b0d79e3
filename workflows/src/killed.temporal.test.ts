import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { RunId } from "@proofroom/domain/id";
import type { RunEvent } from "@proofroom/domain/run/event";
import { isOver } from "@proofroom/domain/run/status";
import { referenceOf } from "@proofroom/problems/judge";
import { problemsDir } from "@proofroom/problems/public";
import { expect, test } from "vitest";
import { workflowId } from "./contract.ts";
import { controlOf } from "./targets/local/control.ts";
import { folderOf, placeIn, processesIn } from "./targets/local/place.ts";
import { leftAtAll } from "./targets/local/test-home.ts";
import { spawnWorker } from "./test-worker.ts";
import { eventsOf, foldOf, openWorld, type World } from "./test-world.ts";

/** The reference with nearly all that can be drawn: ten processes, two of them servers of Postgres. */
const reference = referenceOf(problemsDir, "url-shortener");
const design = {
  ...reference,
  design: `\`\`\`mermaid
flowchart LR
  users([Users]) --> edge[CDN] --> gw{{API Gateway}} --> api[API service x2] --> db[(Postgres primary)] --> near[(Read replica)]
  api --> near & hot[(Redis cache)] & files[Object store]
  api -.-> clicks[[Click queue]] -.-> counter[Worker]
\`\`\``,
};

/** A number from 0 up to `most`, the same for a seed each time (mulberry32). */
function seeded(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (most + 1);
  };
}

/** How far a run is at the seed's moment: at one of the steps of its boot, at one of its results, or at its end. */
function momentOf(random: (most: number) => number): (events: RunEvent[]) => boolean {
  const [part, nth] = [random(5), 1 + random(20)];
  const told = (type: RunEvent["type"]) => (events: RunEvent[]) => events.filter((event) => event.type === type).length;
  if (part < 3) return (events) => told("step")(events) >= nth;
  return part < 5 ? (events) => told("result")(events) >= Math.ceil(nth / 5) : (events) => told("verdict")(events) > 0;
}

/** Waits for the seed's moment, and a little longer. Answers what was told last by then. */
async function untilMoment({ db }: World, runId: RunId, random: (most: number) => number): Promise<string> {
  const hasCome = momentOf(random);
  for (;;) {
    const events = await eventsOf(db, runId);
    const last = events.at(-1);
    if (hasCome(events) || (last?.type === "status" && isOver(last.status))) {
      await pause(random(300));
      return JSON.stringify(last);
    }
    await pause(20);
  }
}

/** A piece of the system's shared memory that a server of this run holds; nothing else names it once its files are gone. */
function sharedMemoryOf(folder: string): string[] {
  const file = join(folder, "postgres/postmaster.pid");
  if (!existsSync(file)) return [];
  const [, piece] = /^\s*\d+\s+(\d+)\s*$/m.exec(readFileSync(file, "utf8").split("\n")[6] ?? "") ?? [];
  return piece === undefined ? [] : [piece];
}

const piecesLeft = (pieces: string[]): string[] => {
  const held = readFileSync("/proc/sysvipc/shm", "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/)[1] ?? "");
  return pieces.filter((piece) => held.includes(piece));
};

/** Nobody carries the run on: its workflows are ended from outside, and its lease is long over. */
async function abandon({ client, db }: World, runId: RunId): Promise<void> {
  const rows = await db.selectFrom("deployment").select("id").where("run_id", "=", runId).execute();
  for (const id of [workflowId.run(runId), ...rows.map((row) => workflowId.lease(row.id))])
    await client.workflow
      .getHandle(id)
      .terminate("an operator did it")
      .catch(() => {});
  const expires_at = new Date(Date.now() - 120_000);
  await db.updateTable("deployment").set({ expires_at }).where("run_id", "=", runId).execute();
}

const patience = { timeout: 60_000, interval: 50 };

test.each([
  [71, "worker is", "the next worker"],
  [4, "worker is", "the next worker"],
  [2, "worker is", "the sweep"],
  [3, "worker and supervisor are", "the next worker"],
  [15, "worker and supervisor are", "the sweep"],
])("seed %i: of a run whose %s killed nothing is left once %s has had it", { timeout: 400_000 }, async (...given) => {
  const [seed, killed, heir] = given;
  const random = seeded(seed);
  await using world = await openWorld();
  const { db, home } = world;
  const before = leftAtAll(home);
  await using first = await spawnWorker(world);
  const { runId, handle } = await world.start(design, { heartbeatMillis: 3_000 });
  const moment = await untilMoment(world, runId, random);
  const folder = folderOf(home, runId);
  const pieces = sharedMemoryOf(folder);
  const place = placeIn(folder);
  const [supervisor] = processesIn(folder) ?? [];
  await first.end("SIGKILL");
  if (killed.includes("supervisor") && supervisor !== undefined) process.kill(supervisor.pid, "SIGKILL");
  if (heir === "the sweep") await abandon(world, runId);

  await using next = await spawnWorker(world);
  if (heir === "the next worker") {
    // On a very busy machine the next worker comes when the supervisor has given up waiting for one.
    const state = place === null ? "none" : (await controlOf(place.socketPath).status())?.state;
    const status = await handle.result();
    const run = await foldOf(db, runId);
    // That may leave a test without an answer, which is told as such and never held against the design.
    if (status === "completed") expect(run.verdict, moment).not.toBe("failed");
    else expect(run, moment).toMatchObject({ status: "failed", reason: expect.stringContaining("press Run again") });
    if (state === "booting" || state === "running") expect(status, moment).toBe("completed");
    expect(await db.selectFrom("run_slot").selectAll().where("run_id", "=", runId).execute()).toEqual([]);
  }
  const living = () =>
    db.selectFrom("deployment").select("state").where("run_id", "=", runId).where("state", "<>", "gone").execute();
  await expect.poll(living, patience).toEqual([]);
  await next.end("SIGTERM");
  await expect.poll(() => leftAtAll(home), patience).toEqual(before);
  expect(piecesLeft(pieces), moment).toEqual([]);
});
