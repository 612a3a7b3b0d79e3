import { randomUUID } from "node:crypto";
import { RunId } from "@proofroom/domain/id";
import type { BootStep } from "@proofroom/domain/infrastructure/control";
import { Deployment } from "@proofroom/domain/infrastructure/deployment";
import { expect, test } from "vitest";
import { deploymentOf } from "./deployment-of.ts";
import type { Control } from "./local/control.ts";
import type { DeploymentTarget, Lease } from "./target.ts";
import { linksBlueprint } from "./test-blueprint.ts";

export interface TargetUnderTest {
  /** Another object each time, as in another process: it knows only what deployments are as data. */
  open: () => DeploymentTarget;
  /** What is left of a run: processes, sockets, files, machines; a word each. The system may take a moment to tell. */
  leftOf: (runId: RunId) => string[];
  /** All that stands of any run, counted in the same way. */
  leftAtAll: () => string[];
  /** Drives a deployment of which nothing but its data is known. */
  drive: (deployment: Deployment) => Control;
  /** Deploys `linksBlueprint(2)` from another process. */
  deployElsewhere: (lease: Lease) => Elsewhere;
}

/** A process that deploys for a lease and then stays. */
export interface Elsewhere {
  deployed(): Promise<Deployment>;
  /** Once it has told so many steps. */
  told(steps: number): Promise<unknown>;
  /** It has begun to destroy. */
  destroy(): Promise<void>;
  /** At once, without a word. */
  kill(): Promise<void>;
}

export const newLease = (): Lease => {
  const runId = RunId.parse(randomUUID());
  return { runId, deploymentId: `dep-${runId.slice(0, 8)}` };
};

/** How long a test waits for what comes by itself; on a busy machine that may be a while. */
export const patience = { timeout: 20_000, interval: 30 };

export const never = new AbortController().signal;

const keep = (endpoint: string) =>
  fetch(`${endpoint}/links`, { method: "POST", body: JSON.stringify({ url: "https://a.b/c" }) });

/** What every place must keep, whatever it is made of. */
export function testTarget({ open, leftOf, leftAtAll, drive, deployElsewhere }: TargetUnderTest): void {
  test("a deployed design serves, tells its steps, and is gone once destroyed", async () => {
    const target = open();
    const lease = newLease();
    const steps: BootStep[] = [];
    const { endpoint, ...deployment } = deploymentOf(
      await target.deploy(linksBlueprint(2), lease, (step) => steps.push(step), never),
    );
    expect(deployment).toMatchObject({ id: lease.deploymentId, runId: lease.runId });
    expect((await keep(endpoint)).status).toBe(201);
    const started = steps.filter((step) => step.state === "started").map(({ step }) => step);
    expect(started.length).toBeGreaterThan(2);
    expect(steps.filter((step) => step.state === "done").map(({ step }) => step)).toEqual(started);

    await target.destroy(lease);
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
    await expect(keep(endpoint)).rejects.toThrow();
  });

  test("a second deploy for the same run adopts the first one's, also while that is still starting", async () => {
    const lease = newLease();
    const blueprint = linksBlueprint();
    const both = await Promise.all([
      open().deploy(blueprint, lease, () => {}, never),
      open().deploy(blueprint, lease, () => {}, never),
    ]);
    const [first, second] = both.map(deploymentOf);
    expect(second).toEqual(first);
    expect(deploymentOf(await open().deploy(blueprint, lease, () => {}, never))).toEqual(first);
    await open().destroy(lease);
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  });

  test("a deployment is listed until it is destroyed, by whomever", async () => {
    const lease = newLease();
    await open().deploy(linksBlueprint(), lease, () => {}, never);
    const listed = async () => {
      const runIds: RunId[] = [];
      for await (const { runId } of open().list()) runIds.push(runId);
      return runIds;
    };
    expect(await listed()).toContain(lease.runId);
    await open().destroy(lease);
    expect(await listed()).not.toContain(lease.runId);
  });

  test("destroying twice, and what never was, is fine", async () => {
    const lease = newLease();
    await open().destroy(lease);
    await open().deploy(linksBlueprint(), lease, () => {}, never);
    await Promise.all([open().destroy(lease), open().destroy(lease)]);
    await open().destroy(lease);
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  });

  test("a schema that the database refuses is the design's fault, at its line", async () => {
    const lease = newLease();
    const ddl = [
      { line: 1, sql: "create table link (code text primary key)" },
      { line: 4, sql: "create table visit (\n  id int primary key,\n  code int references link\n)" },
    ];
    const refused = await open().deploy(linksBlueprint(1, ddl), lease, () => {}, never);
    expect(refused).toMatchObject({
      outcome: "refused",
      findings: [
        {
          document: "schema",
          severity: "error",
          rule: "ddl",
          message: expect.stringMatching(/cannot be implemented\. .*incompatible types: integer and text\.$/),
        },
      ],
    });
    const misspelt = [{ line: 7, sql: "create table a (\n  id nubmer primary key\n)" }];
    const other = newLease();
    const wrong = await open().deploy(linksBlueprint(1, misspelt), other, () => {}, never);
    expect(wrong).toMatchObject({ outcome: "refused", findings: [{ line: 8, column: 6 }] });
    for (const { runId } of [lease, other]) {
      await open().destroy({ runId });
      await expect.poll(() => leftOf(runId), patience).toEqual([]);
    }
  });

  test("an aborted deploy rejects, and destroy clears what it had made", async () => {
    const lease = newLease();
    const stop = new AbortController();
    const deploying = open().deploy(linksBlueprint(3), lease, () => stop.abort(), stop.signal);
    await expect(deploying).rejects.toThrow(/abort/i);
    await open().destroy(lease);
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  });

  test("a fault that the place cannot cause is skipped with a reason", async () => {
    const target = open();
    const lease = newLease();
    const deployment = deploymentOf(await target.deploy(linksBlueprint(), lease, () => {}, never));
    if (!target.faults.has("crash")) {
      const injected = await target.inject(deployment, { kind: "crash", component: "api" }, "f1");
      expect(injected).toMatchObject({ outcome: "skipped", reason: expect.stringMatching(/\w/) });
    }
    await target.heal(deployment, "f1");
    await target.heal(deployment, "f1");
    await target.destroy(lease);
  });

  test("a deployment is reopened from its data alone, and driven like by whoever made it", async () => {
    const lease = newLease();
    const elsewhere = deployElsewhere(lease);
    const row = JSON.stringify(await elsewhere.deployed());
    await elsewhere.kill();

    const deployment = Deployment.parse(JSON.parse(row));
    const control = drive(deployment);
    expect((await keep(deployment.endpoint)).status).toBe(201);
    expect(await control.rowCount("link")).toBe(1);
    expect(await control.advanceClock(60_000)).toBe(60_000);
    expect(await control.status()).toMatchObject({ runId: lease.runId, state: "running", offsetMillis: 60_000 });
    expect((await control.logs(0)).length).toBeGreaterThan(0);
    expect(deploymentOf(await open().deploy(linksBlueprint(2), lease, () => {}, never))).toEqual(deployment);
    expect(await control.rowCount("link")).toBe(1);

    await open().destroy(lease);
    expect(await control.status()).toBeNull();
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  });

  test.each([0, 1, 3, 4, 6, 8])(
    "whoever is killed after %i steps of deploying leaves it to the next one, to take over or to clear away",
    async (steps) => {
      const [taken, cleared] = [newLease(), newLease()];
      for (const lease of [taken, cleared]) {
        const elsewhere = deployElsewhere(lease);
        await elsewhere.told(steps);
        await elsewhere.kill();
      }
      const { endpoint } = deploymentOf(await open().deploy(linksBlueprint(2), taken, () => {}, never));
      expect((await keep(endpoint)).status).toBe(201);
      for (const lease of [taken, cleared]) {
        await open().destroy(lease);
        await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
      }
    },
  );

  test("whoever is killed while it destroys leaves nothing that the next one could not clear away", async () => {
    const lease = newLease();
    const elsewhere = deployElsewhere(lease);
    await elsewhere.deployed();
    await elsewhere.destroy();
    await elsewhere.kill();
    await open().destroy(lease);
    await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
  });

  test("after all this nothing is left of any deployment", async () => {
    await expect.poll(leftAtAll, patience).toEqual([]);
  });
}
