import { spawnSync } from "node:child_process";
import { chmodSync, closeSync, constants, existsSync, mkdtempSync, openSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isAlive } from "@proofroom/process/process-table";
import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { folderOf, processesIn } from "./place.ts";
import { makeHome } from "./test-home.ts";

const { home, leftOf, leftAtAll, remove } = makeHome();
afterAll(remove);

const target = createLocalTarget({ home, host: "test" });

async function deploy(replicas = 2, options: { idleMillis?: number; tether?: number } = {}) {
  const lease = newLease();
  const own = createLocalTarget({ home, host: "test", ...options });
  const deployment = deploymentOf(await own.deploy(linksBlueprint(replicas), lease, () => {}, never));
  return { lease, deployment, control: controlOf(deployment.socketPath) };
}

async function processesOf(control: ReturnType<typeof controlOf>) {
  const status = await control.status();
  if (status === null) throw new Error("its supervisor does not answer");
  const pids = status.components.flatMap(({ pid }) => (pid === null ? [] : [pid]));
  return { supervisor: status.pid, components: status.components, pids };
}

const keep = (endpoint: string) =>
  fetch(`${endpoint}/links`, { method: "POST", body: JSON.stringify({ url: "https://a.b/c" }) });

test("a killed supervisor takes all with it, and its run can be deployed anew", async () => {
  const { lease, deployment, control } = await deploy();
  const { supervisor, pids } = await processesOf(control);
  expect(pids).toHaveLength(4);
  process.kill(supervisor, "SIGKILL");
  await expect.poll(() => pids.filter(isAlive), patience).toEqual([]);
  expect(await control.touch()).toBe(false);

  const again = deploymentOf(await target.deploy(linksBlueprint(1), lease, () => {}, never));
  expect((await keep(again.endpoint)).status).toBe(201);
  expect(again.folder).toBe(deployment.folder);
  await target.destroy(lease);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
});

test.each([1, 2, 3, 4, 5, 6])(
  "a supervisor killed at step %i of its boot is told as just that, and the next try starts afresh",
  async (at) => {
    const lease = newLease();
    let told = 0;
    const kill = (): void => {
      const [supervisor] = processesIn(folderOf(home, lease.runId)) ?? [];
      told += 1;
      if (told === at && supervisor !== undefined) process.kill(supervisor.pid, "SIGKILL");
    };
    await expect(target.deploy(linksBlueprint(2), lease, kill, never)).rejects.toThrow(/supervisor ended while/);
    const again = deploymentOf(await target.deploy(linksBlueprint(2), lease, () => {}, never));
    expect((await keep(again.endpoint)).status).toBe(201);
    await target.destroy(lease);
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  },
);

test("destroy clears up after a killed supervisor, a paused component included", async () => {
  const { lease, control } = await deploy();
  const { supervisor, pids, components } = await processesOf(control);
  const paused = components.find(({ kind }) => kind === "service")?.pid ?? 0;
  process.kill(paused, "SIGSTOP");
  process.kill(supervisor, "SIGKILL");
  await target.destroy(lease);
  expect(pids.filter(isAlive)).toEqual([]);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
});

test("a component that dies is started again on its port, and what was acknowledged is still there", async () => {
  const { lease, deployment, control } = await deploy();
  expect((await keep(deployment.endpoint)).status).toBe(201);
  const before = await processesOf(control);
  for (const { component, pid } of before.components) {
    if (pid === null) throw new Error(`${component} does not run`);
    process.kill(pid, "SIGKILL");
    const now = async () => (await processesOf(control)).components.find((c) => c.component === component);
    await expect.poll(now, patience).toMatchObject({ restarts: 1, pid: expect.any(Number) });
    await expect
      .poll(
        () =>
          keep(deployment.endpoint).then(
            (answer) => answer.status,
            () => 0,
          ),
        patience,
      )
      .toBe(201);
  }
  expect(before.components).toHaveLength(4);
  expect(await control.rowCount("link")).toBeGreaterThanOrEqual(5);
  await target.destroy(lease);
});

test("a deployment that nobody asks for ends itself and leaves nothing", async () => {
  const { lease, control } = await deploy(1, { idleMillis: 5_000 });
  const { supervisor, pids } = await processesOf(control);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  // One that is dying has no command any more, but is there until the kernel has cleared it away.
  await expect.poll(() => [supervisor, ...pids].filter(isAlive), patience).toEqual([]);
});

test("a deployment goes with its starter, though the worker lives on", async () => {
  const folder = mkdtempSync(join(tmpdir(), "tether-"));
  const pipe = join(folder, "pipe");
  spawnSync("sh", ["-c", 'mkfifo "$0"', pipe]);
  const reading = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writing = openSync(pipe, constants.O_WRONLY);
  const { lease, control } = await deploy(1, { tether: reading });
  const { supervisor, pids } = await processesOf(control);
  closeSync(writing);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  // One that is dying has no command any more, but is there until the kernel has cleared it away.
  await expect.poll(() => [supervisor, ...pids].filter(isAlive), patience).toEqual([]);
  closeSync(reading);
  rmSync(folder, { recursive: true });
});

test("where the home's path is long the socket lies in a private folder, and goes with the rest", async () => {
  const long = makeHome("a".repeat(120));
  const far = createLocalTarget({ home: long.home, host: "test" });
  const lease = newLease();
  const deployment = deploymentOf(await far.deploy(linksBlueprint(1), lease, () => {}, never));
  expect(Buffer.byteLength(deployment.socketPath)).toBeLessThanOrEqual(100);
  expect((await keep(deployment.endpoint)).status).toBe(201);
  await far.destroy(lease);
  expect(existsSync(dirname(deployment.socketPath))).toBe(false);
  await expect.poll(() => long.leftOf(lease.runId), patience).toEqual([]);
  long.remove();
});

test.runIf(process.getuid?.() === 0)(
  "in a home that is closed to Postgres its data lies elsewhere, and goes too",
  async () => {
    const closed = makeHome("home");
    chmodSync(closed.home, 0o700);
    const own = createLocalTarget({ home: closed.home, host: "test" });
    const lease = newLease();
    const deployment = deploymentOf(await own.deploy(linksBlueprint(1), lease, () => {}, never));
    expect((await keep(deployment.endpoint)).status).toBe(201);
    const data = realpathSync(join(deployment.folder, "postgres"));
    const cache = realpathSync(join(closed.home, "cache/run-postgres"));
    expect(data).toMatch(/^\/var\/tmp\/proofroom-[0-9a-f]{16}\/postgres$/);
    await own.destroy(lease);
    expect(existsSync(dirname(data))).toBe(false);
    await expect.poll(() => closed.leftOf(lease.runId), patience).toEqual([]);
    closed.remove();
    rmSync(dirname(cache), { recursive: true });
  },
);

test("after all this no process, socket or folder of any deployment is left", async () => {
  await expect.poll(leftAtAll, patience).toEqual([]);
});
