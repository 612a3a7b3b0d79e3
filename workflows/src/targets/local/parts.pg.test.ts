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
