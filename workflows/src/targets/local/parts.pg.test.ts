import { throughCaches } from "@proofroom/domain/design/through-cache";
import type { Component } from "@proofroom/domain/design/model";
import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, leftOf, remove } = makeHome();
const target = createLocalTarget({ home, host: "test" });
afterAll(remove);

const component = (id: string, kind: Component["kind"]): Component => ({
  id,
  label: id,
  kind,
  replicas: 1,
  attrs: {},
  from: "mermaid",
});

const keep = async (endpoint: string): Promise<string> => {
  const body = JSON.stringify({ url: "https://a.b/c" });
  const answer = await fetch(`${endpoint}/links`, { method: "POST", body });
  return JSON.parse(await answer.text()).code;
};

test("a drawn cache is a process that spares the database reads, and its death is noticed by nobody", async () => {
  const links = linksBlueprint(1);
  const lease = newLease();
  const blueprint = {
    ...links,
    operations: throughCaches(links.operations, [component("hot", "cache")]),
    services: [{ id: "api", replicas: 1, uses: ["hot"] }],
    parts: [{ kind: "cache" as const, id: "hot", bytes: 1_000_000 }],
  };
  const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  const control = controlOf(socketPath);
  const code = await keep(endpoint);
  const open = async () => (await fetch(`${endpoint}/${code}`, { redirect: "manual" })).status;
  const statements = async () => (await control.counters())["api"]?.["statements"];
  await open();
  const before = await statements();
  for (let n = 0; n < 20; n++) expect(await open()).toBe(302);
  expect(await statements()).toBe(before);
  expect((await control.counters())["hot"]).toMatchObject({ hits: 20, keys: 1 });

  // What the cache holds ends by the deployment's clock.
  await control.advanceClock(301_000);
  await open();
  expect(await statements()).toBe((before ?? 0) + 1);

  const cache = (await control.status())?.components.find(({ kind }) => kind === "cache");
  process.kill(cache?.pid ?? 0, "SIGKILL");
  for (let n = 0; n < 20; n++) expect(await open()).toBe(302);
  await expect
    .poll(async () => (await control.status())?.components.find((c) => c.kind === "cache")?.restarts, patience)
    .toBe(1);
  await target.destroy(lease);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
});

test("what is published is done later by a worker, once more where one was killed over it, and never lost", async () => {
  const links = linksBlueprint(1, [
    { line: 1, sql: "create table link (code text primary key, url text not null, born timestamptz default now())" },
    { line: 2, sql: "create table click (at text, slow text)" },
    // Whoever writes a click takes a moment over it.
    { line: 3, sql: "alter table click add check (pg_sleep(0.3) is not null)" },
  ]);
  const [save, open] = links.operations;
  if (save === undefined || open === undefined) throw new Error("the design of the tests has two endpoints");
  const publish = { publish: "clicks", to: "q", message: { code: "$path.code" } };
  const steps = [{ insert: "click", values: { at: "$message.code" } }];
  const lease = newLease();
  const blueprint = {
    ...links,
    operations: [save, { ...open, steps: [publish, ...open.steps] }],
    services: [{ id: "api", replicas: 1, uses: ["q"] }],
    parts: [
      { kind: "queue" as const, id: "q", visibilityMillis: 60_000, deliveries: 5 },
      { kind: "worker" as const, id: "w", replicas: 2, uses: [], consumes: [{ queue: "q", steps }] },
    ],
  };
  const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  const control = controlOf(socketPath);
  const code = await keep(endpoint);
  const click = async () => (await fetch(`${endpoint}/${code}`, { redirect: "manual" })).status;
  const queue = async () => (await control.counters())["q"];

  expect(await click()).toBe(302);
  expect(await control.rowCount("click")).toBe(0);
  await expect.poll(() => control.rowCount("click"), patience).toBe(1);
  await expect.poll(queue, patience).toMatchObject({ depth: 0, inFlight: 0, acknowledged: 1 });

  for (let n = 0; n < 6; n++) await click();
  await expect.poll(async () => (await queue())?.["inFlight"] ?? 0, patience).toBeGreaterThan(0);
  const pidsOf = async (kind: string) =>
    ((await control.status())?.components ?? []).flatMap((c) => (c.kind === kind && c.pid !== null ? [c.pid] : []));
  for (const pid of [...(await pidsOf("worker")), ...(await pidsOf("queue"))]) process.kill(pid, "SIGKILL");
  const restarts = async () =>
    (await control.status())?.components.filter((c) => c.restarts > 0).map((c) => c.component);
  await expect.poll(restarts, patience).toEqual(["q", "w-1", "w-2"]);
  await control.advanceClock(61_000);
  await expect.poll(queue, patience).toMatchObject({ depth: 0, inFlight: 0, acknowledged: 7, dead: 0 });
  expect(await control.rowCount("click")).toBeGreaterThanOrEqual(7);
  await target.destroy(lease);
  await expect.poll(() => leftOf(lease.runId), patience).toEqual([]);
}, 60_000);
