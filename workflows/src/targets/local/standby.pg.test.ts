import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, leftOf, leftAtAll, remove } = makeHome();
afterAll(remove);

const target = createLocalTarget({ home, host: "test" });

async function deploy(delayMillis: number) {
  const lease = newLease();
  const blueprint = {
    ...linksBlueprint(2),
    services: [{ id: "api", replicas: 2, uses: ["near"] }],
    standbys: [{ id: "near", component: "near", delayMillis }],
  };
  const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  const control = controlOf(socketPath);
  return {
    lease,
    control,
    keep: async (): Promise<string> => {
      const body = JSON.stringify({ url: "https://a.b/c" });
      const answer = await fetch(`${endpoint}/links`, { method: "POST", body });
      return JSON.parse(await answer.text()).code;
    },
    open: async (code: string) => (await fetch(`${endpoint}/${code}`, { redirect: "manual" })).status,
    standby: async () => (await control.status())?.components.find(({ kind }) => kind === "replicadb"),
    statementsTo: async (name: string): Promise<number> => {
      const all = Object.values(await control.counters());
      return all.reduce((sum, counted) => sum + (counted[`statements to ${name}`] ?? 0), 0);
    },
  };
}

test("services read from the drawn replica, which shows a write only after its delay", async () => {
  const { lease, keep, open, statementsTo } = await deploy(1_500);
  const before = await statementsTo("near");
  const code = await keep();
  expect(await statementsTo("near")).toBe(before);
  expect(await open(code)).toBe(404);
  expect(await statementsTo("near")).toBe(before + 1);
  await expect.poll(() => open(code), patience).toBe(302);
  await target.destroy(lease);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
});

test("what was written can be waited for, as a test does between its steps", async () => {
  const { lease, control, keep, open } = await deploy(700);
  const code = await keep();
  expect(await open(code)).toBe(404);
  await control.settle();
  expect(await open(code)).toBe(302);
  await target.destroy(lease);
});

test("a replica that dies is started again, and meanwhile the database is read", async () => {
  const { lease, control, keep, open, standby } = await deploy(60_000);
  const code = await keep();
  expect(await open(code)).toBe(404);
  process.kill((await standby())?.pid ?? 0, "SIGKILL");
  await expect.poll(() => open(code), patience).toBe(302);
  await expect.poll(standby, patience).toMatchObject({ restarts: 1, pid: expect.any(Number) });
  const said = async () => (await control.logs(0)).map(({ line }) => line);
  await expect.poll(said, patience).toContainEqual(expect.stringMatching(/^near is not read from for now/));
  await target.destroy(lease);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  await expect.poll(leftAtAll, patience).toEqual([]);
});
