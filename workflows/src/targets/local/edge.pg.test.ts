import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, leftAtAll, remove } = makeHome();
afterAll(remove);

test("a drawn CDN is where clients enter, and keeps answers by the deployment's clock", async () => {
  const target = createLocalTarget({ home, host: "test" });
  const lease = newLease();
  const blueprint = linksBlueprint(1);
  blueprint.parts = [{ kind: "cdn", id: "edge", ttlMillis: 60_000, before: "gw" }];
  const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  const control = controlOf(socketPath);
  const body = JSON.stringify({ url: "https://a.b/c" });
  const { code } = JSON.parse(await (await fetch(`${endpoint}/links`, { method: "POST", body })).text());
  const open = async () => (await fetch(`${endpoint}/${code}`, { redirect: "manual" })).headers.get("x-cache");
  expect([await open(), await open()]).toEqual(["MISS", "HIT"]);
  await control.advanceClock(60_000);
  expect(await open()).toBe("MISS");
  expect(await control.counters()).toMatchObject({
    edge: { hits: 1, misses: 2, passed: 1 },
    gw: { "api requests": 3, "api failures": 0 },
  });
  await target.destroy(lease);
  await expect.poll(leftAtAll, patience).toEqual([]);
});

test("what an endpoint has put into the drawn object store outlives the store's death", async () => {
  const target = createLocalTarget({ home, host: "test" });
  const lease = newLease();
  const blueprint = linksBlueprint(2);
  blueprint.parts = [{ kind: "objectstore", id: "files", mostBytes: 1_000_000 }];
  blueprint.services = [{ id: "api", replicas: 2, uses: ["files"] }];
  const shape = { line: 1, parameters: [], responses: [], bodyRequired: false, words: [], inputs: {}, outputs: {} };
  blueprint.operations = [
    {
      ...shape,
      opId: "upload",
      method: "PUT",
      path: "/files/{name}",
      steps: [{ "object.put": "files/{$path.name}", body: "$body.text" }, { return: { status: 204 } }],
      confidence: 1,
    },
    {
      ...shape,
      opId: "download",
      method: "GET",
      path: "/files/{name}",
      steps: [{ "object.get": "files/{$path.name}" }, { return: { status: 200, body: { text: "$object" } } }],
      confidence: 1,
    },
  ];
  const { endpoint, socketPath } = deploymentOf(await target.deploy(blueprint, lease, () => {}, never));
  const control = controlOf(socketPath);
  const download = async () => (await fetch(`${endpoint}/files/a`)).text();
  expect((await fetch(`${endpoint}/files/a`)).status).toBe(404);
  const body = JSON.stringify({ text: "kept" });
  expect((await fetch(`${endpoint}/files/a`, { method: "PUT", body })).status).toBe(204);

  const files = async () => (await control.status())?.components.find(({ kind }) => kind === "objectstore");
  process.kill((await files())?.pid ?? 0, "SIGKILL");
  await expect.poll(files, patience).toMatchObject({ restarts: 1, pid: expect.any(Number) });
  await expect.poll(download, patience).toBe(JSON.stringify({ text: "kept" }));
  await target.destroy(lease);
  await expect.poll(leftAtAll, patience).toEqual([]);
});
