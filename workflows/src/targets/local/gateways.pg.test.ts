import { Agent, request } from "node:http";
import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, leftAtAll, remove } = makeHome();
afterAll(remove);

test.runIf(process.platform === "linux")(
  "clients reach several gateways at one address, and the others when one dies",
  async () => {
    const target = createLocalTarget({ home, host: "test" });
    const lease = newLease();
    const blueprint = linksBlueprint(1);
    if (blueprint.gateway !== null) blueprint.gateway.replicas = 3;
    const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
    const control = controlOf(socketPath);
    // A connection each, since a connection stays with the process that took it.
    const status = () =>
      new Promise<number>((resolve, reject) => {
        const asked = request(`${endpoint}/nothing`, { agent: new Agent({ keepAlive: false }) }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        });
        asked.on("error", reject);
        asked.end();
      });
    const gateways = async () => (await control.status())?.components.filter(({ kind }) => kind === "gateway") ?? [];
    expect((await gateways()).map(({ component }) => component)).toEqual(["gw-1", "gw-2", "gw-3"]);
    const seen = new Set<string>();
    await expect
      .poll(async () => {
        expect(await status()).toBe(404);
        const counters = await control.counters();
        for (const gw of ["gw-1", "gw-2", "gw-3"]) if ((counters[gw]?.["api requests"] ?? 0) > 0) seen.add(gw);
        return seen.size;
      }, patience)
      .toBe(3);

    const [first] = await gateways();
    process.kill(first?.pid ?? 0, "SIGKILL");
    await expect
      .poll(async () => (await gateways())[0], patience)
      .toMatchObject({ restarts: 1, pid: expect.any(Number) });
    expect(await Promise.all(Array.from({ length: 12 }, status))).toEqual(Array.from({ length: 12 }, () => 404));
    await target.destroy(lease);
    await expect.poll(leftAtAll, patience).toEqual([]);
  },
);
