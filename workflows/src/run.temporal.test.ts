import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { RunId } from "@proofroom/domain/id";
import { loadJudge, mutantOf, referenceOf } from "@proofroom/problems/judge";
import { problemsDir } from "@proofroom/problems/public";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workflowId } from "./contract.ts";
import { keepHistory } from "./test-history.ts";
import { workIn } from "./test-worker.ts";
import { eventsOf, eventThat, foldOf, openWorld, type World } from "./test-world.ts";

const problem = "url-shortener";
const reference = referenceOf(problemsDir, problem);
const { tests, mutants } = loadJudge(problemsDir, problem);

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

/** Nothing of a run is left: no row that lives, no folder, no slot. */
async function expectGone(runId: RunId): Promise<void> {
  const left = await world.db.selectFrom("deployment").select("state").where("run_id", "=", runId).execute();
  expect(left.filter(({ state }) => state !== "gone")).toEqual([]);
  expect(await world.db.selectFrom("run_slot").selectAll().where("run_id", "=", runId).execute()).toEqual([]);
  expect(existsSync(join(world.home, "runs", runId))).toBe(false);
}

test("the reference is deployed, passes every test and is torn down before its last event", async () => {
  const submitted = Date.now();
  const { runId, handle } = await world.start(reference);
  await handle.result();
  const run = await foldOf(world.db, runId);
  expect(run.reason).toBeUndefined();
  expect(run.results.map(({ name, status, observed }) => ({ name, status, observed }))).toEqual(
    tests.map(({ name }) => ({ name, status: "passed", observed: expect.any(String) })),
  );
  expect(run).toMatchObject({ status: "completed", verdict: "passed" });
  const events = await eventsOf(world.db, runId);
  expect(events.at(-1)).toMatchObject({ type: "status", status: "completed" });
  const facts = events.map((event) => (event.type === "step" ? `${event.step} ${event.state}` : event.type));
  expect(facts.indexOf("verdict")).toBeLessThan(facts.indexOf("teardown started"));
  expect(run.log.length).toBeGreaterThan(0);
  await expectGone(runId);
  const seconds = (type: string): string => {
    const at = events.find((event) => event.type === type)?.at ?? "";
    return `${((new Date(at).getTime() - submitted) / 1000).toFixed(1)} s`;
  };
  const steps = run.stages.flatMap((stage) => stage.steps).map(({ step, millis }) => `${step} ${millis ?? 0} ms`);
  console.log(
    `submit → first functional result ${seconds("result")}, → verdict ${seconds("verdict")}: ${steps.join(", ")}`,
  );
  await keepHistory("passed", handle);
});

test.each(Object.entries(mutants))("the mutant %s fails the test that names its lesson: %s", async (mutant, prefix) => {
  const { runId, handle } = await world.start(mutantOf(problemsDir, problem, mutant));
  expect(await handle.result()).toBe("completed");
  const run = await foldOf(world.db, runId);
  expect(run.verdict).toBe("failed");
  const caught = run.results.find(({ name }) => name.startsWith(prefix));
  expect(caught).toMatchObject({ status: "failed", attribution: "design" });
  expect(caught?.request).toBeDefined();
  expect(run.explanation).toMatchObject({ attribution: "design", source: "rules" });
  expect(run.explanation?.category).not.toBe("unclassified");
  const { next_step } = await world.db
    .selectFrom("run")
    .select("next_step")
    .where("id", "=", runId)
    .executeTakeFirstOrThrow();
  expect(next_step).toMatch(/\.$/);
  const events = await eventsOf(world.db, runId);
  expect(JSON.stringify(events)).not.toContain(next_step);
  await expectGone(runId);
  await keepHistory(`explained-${mutant}`, handle);
});

test("broken SQL ends as validation_failed with a finding at its line, and nothing is deployed", async () => {
  const { runId, handle } = await world.start({
    ...reference,
    schema: "create table urls (\n  id bigint primary,\n);",
  });
  expect(await handle.result()).toBe("validation_failed");
  const run = await foldOf(world.db, runId);
  expect(run.findings.find(({ severity }) => severity === "error")).toMatchObject({ document: "schema", line: 2 });
  expect(run.reason).toContain("finding");
  expect(await world.db.selectFrom("deployment").select("id").where("run_id", "=", runId).execute()).toEqual([]);
  await keepHistory("rejected", handle);
});

test("what only the database can refuse ends as validation_failed too, with the line, torn down", async () => {
  const schema = `${reference.schema}\ncreate materialized view broken as select 1 / 0 as n;\n`;
  const { runId, handle } = await world.start({ ...reference, schema });
  expect(await handle.result()).toBe("validation_failed");
  const run = await foldOf(world.db, runId);
  const line = schema.split("\n").findIndex((text) => text.includes("broken")) + 1;
  expect(run.findings.find(({ severity }) => severity === "error")).toMatchObject({ document: "schema", line });
  await expectGone(runId);
  await keepHistory("refused-by-database", handle);
});

test("a run that is stopped in the middle of its suite is torn down and says so", async () => {
  const { runId, handle } = await world.start(reference);
  await eventThat(world.db, runId, ({ type }) => type === "result");
  await handle.cancel();
  expect(await handle.result()).toBe("cancelled");
  const run = await foldOf(world.db, runId);
  expect(run.status).toBe("cancelled");
  expect(run.verdict).toBeUndefined();
  await expectGone(runId);
  await keepHistory("cancelled", handle);
});

test("a second room's run waits in the line of the host, and can be stopped there", async () => {
  const first = await world.start(reference);
  await eventThat(world.db, first.runId, (event) => event.type === "status" && event.status === "validating");
  const second = await world.start(reference);
  await eventThat(world.db, second.runId, (event) => event.type === "queue" && event.place === 1);
  expect((await foldOf(world.db, second.runId)).status).toBe("pending");
  await second.handle.cancel();
  expect(await second.handle.result()).toBe("cancelled");
  expect(await first.handle.result()).toBe("completed");
  await keepHistory("cancelled-while-waiting", second.handle);
});

test("a deployment whose run was ended from outside is torn down by its lease", async () => {
  const { runId, handle } = await world.start(reference, { leaseMillis: 3_000 });
  await eventThat(world.db, runId, (event) => event.type === "status" && event.status === "deploying");
  await handle.terminate("an operator did it");
  const deployment = await world.db
    .selectFrom("deployment")
    .select("id")
    .where("run_id", "=", runId)
    .executeTakeFirstOrThrow();
  const lease = world.client.workflow.getHandle(workflowId.lease(deployment.id));
  expect(await lease.result()).toBe("expired");
  expect(existsSync(join(world.home, "runs", runId))).toBe(false);
  await keepHistory("lease-expired", lease);
});

test("after all of it nothing is left in the folder of runs", async () => {
  const folder = join(world.home, "runs");
  expect(existsSync(folder) ? await readdir(folder) : []).toEqual([]);
});
