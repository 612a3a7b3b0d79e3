import { requestIdHeader } from "@proofroom/domain/judge/result";
import type { Hop } from "@proofroom/domain/judge/trace";
import { throughCaches } from "@proofroom/domain/design/through-cache";
import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, remove } = makeHome();
const target = createLocalTarget({ home, host: "test" });
afterAll(remove);

const hot = { id: "hot", label: "hot", kind: "cache", replicas: 1, attrs: {}, from: "mermaid" } as const;

/** Opening a link asks the cache, keeps a note in the object store, and publishes what a worker counts later. */
function design() {
  const links = linksBlueprint(1, [
    { line: 1, sql: "create table link (code text primary key, url text not null, born timestamptz default now())" },
    { line: 2, sql: "create table click (code text not null references link)" },
  ]);
  const [save, open] = throughCaches(links.operations, [hot]);
  if (save === undefined || open === undefined) throw new Error("the design of the tests has two endpoints");
  const [read, ...rest] = open.steps;
  if (read === undefined) throw new Error("a link is opened step by step");
  const noting = [
    { "object.put": "seen/{$path.code}", body: "$row.url" },
    { publish: "clicks", to: "q", message: { code: "$path.code" } },
  ];
  const consumes = [
    {
      queue: "q",
      steps: [{ insert: "click", values: { code: "$message.code" } }],
      stepLines: [{ line: 40, inside: [] }],
    },
  ];
  return {
    ...links,
    operations: [save, { ...open, steps: [read, ...noting, ...rest] }],
    services: [{ id: "api", replicas: 1, uses: ["hot", "files", "q"] }],
    parts: [
      { kind: "cache" as const, id: "hot", bytes: 1_000_000 },
      { kind: "objectstore" as const, id: "files", mostBytes: 1_000_000 },
      { kind: "queue" as const, id: "q", visibilityMillis: 60_000, deliveries: 5 },
      { kind: "worker" as const, id: "w", replicas: 1, uses: [], consumes },
      { kind: "cdn" as const, id: "edge", ttlMillis: 60_000, before: "gw" },
    ],
  };
}

test("a request is followed through CDN, gateway, service, cache, object store and queue to the worker", async () => {
  const lease = newLease();
  const { endpoint, socketPath } = deploymentOf(await target.deploy(design(), lease, () => {}, never));
  const control = controlOf(socketPath);
  const body = JSON.stringify({ url: "https://a.b/c" });
  const { code } = JSON.parse(await (await fetch(`${endpoint}/links`, { method: "POST", body })).text());
  const open = (id: string, more: Record<string, string> = {}) =>
    fetch(`${endpoint}/${code}`, { redirect: "manual", headers: { [requestIdHeader]: id, ...more } });
  await open("first");
  await open("kept");
  // It asks for a fresh answer, so the CDN passes it on.
  await open("second", { "cache-control": "no-cache" });
  await expect.poll(() => control.rowCount("click"), patience).toBe(2);

  const wayOf = async (id: string): Promise<Hop[]> => (await control.trace([id]))?.hops ?? [];
  const names = (hops: Hop[]) => hops.map(({ component }) => component);
  await expect.poll(async () => names(await wayOf("first")), patience).toEqual(["edge", "gw", "api", "w"]);
  const [edge, , api, worker] = await wayOf("first");
  expect(edge).toMatchObject({ kind: "cdn", status: 302, how: "passed on" });
  expect(api?.asks).toMatchObject([
    { to: "hot", what: `get link:code=${code}`, came: "miss", isRefused: false, step: { line: expect.any(Number) } },
    { to: "hot", what: `put link:code=${code}`, came: "kept" },
    { to: "files", what: `put seen/${code}`, came: "13 bytes kept" },
    { to: "q", what: `publish {"code":"${code}"}`, came: "kept" },
  ]);
  for (const ask of api?.asks ?? []) expect(ask.millis).toBeGreaterThan(0);
  expect(worker).toMatchObject({ kind: "worker", status: 200, how: "message 1.1, delivery 1" });
  expect(worker?.statements).toMatchObject([
    { values: [code], rows: 1, step: { line: 40, words: expect.stringContaining("Adds a row to click") } },
  ]);

  expect(await wayOf("kept")).toMatchObject([{ component: "edge", how: expect.stringMatching(/^from what is kept/) }]);
  const again = (await wayOf("second")).find(({ component }) => component === "api");
  expect(again?.asks?.[0]).toMatchObject({ to: "hot", came: "hit" });
  expect(again?.statements).toEqual([]);
  await target.destroy(lease);
});
