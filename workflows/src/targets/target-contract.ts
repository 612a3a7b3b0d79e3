import { randomUUID } from "node:crypto";
import { RunId } from "@proofroom/domain/id";
import type { BootStep } from "@proofroom/domain/infrastructure/control";
import { expect, test } from "vitest";
import { deploymentOf } from "./deployment-of.ts";
import type { DeploymentTarget, Lease } from "./target.ts";
import { linksBlueprint } from "./test-blueprint.ts";

export interface TargetUnderTest {
  /** Another object each time, as in another process: it knows only what deployments are as data. */
  open: () => DeploymentTarget;
  /** What is left of a run: processes, sockets, files, machines; a word each. The system may take a moment to tell. */
  leftOf: (runId: RunId) => string[];
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
export function testTarget({ open, leftOf }: TargetUnderTest): void {
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
}
