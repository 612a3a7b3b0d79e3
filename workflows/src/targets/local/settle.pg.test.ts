import type { Part } from "@proofroom/domain/infrastructure/blueprint";
import { afterAll, expect, test } from "vitest";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, remove } = makeHome();
const target = createLocalTarget({ home, host: "test" });
afterAll(remove);

/** Opening a link publishes its code; the first worker hands it on to the second, who is slow and will not write `bad`. */
function design() {
  const links = linksBlueprint(1, [
    { line: 1, sql: "create table link (code text primary key, url text not null, born timestamptz default now())" },
    { line: 2, sql: "create table click (code text check (code <> 'bad'), n int generated always as identity)" },
    { line: 3, sql: "alter table click add check (pg_sleep(0.2) is not null)" },
  ]);
  const [save, open] = links.operations;
  if (save === undefined || open === undefined) throw new Error("the design of the tests has two endpoints");
  const publishing = (queue: string, from: string) => ({ publish: queue, to: queue, message: { code: from } });
  const queue = (id: string) => ({ kind: "queue" as const, id, visibilityMillis: 60_000, deliveries: 5 });
  const worker = (id: string, uses: string[], consumes: Extract<Part, { kind: "worker" }>["consumes"]) => ({
    kind: "worker" as const,
    id,
    replicas: 2,
    uses,
    consumes,
  });
  return {
    ...links,
    operations: [
      { ...open, path: "/open/{code}", steps: [publishing("first", "$path.code"), { return: { status: 202 } }] },
      {
        ...save,
        path: "/lost",
        body: undefined,
        bodyRequired: false,
        steps: [publishing("lone", "x"), { return: { status: 202 } }],
      },
    ],
    services: [{ id: "api", replicas: 1, uses: ["first", "lone"] }],
    parts: [
      queue("first"),
      queue("second"),
      queue("lone"),
      worker("w", ["second"], [{ queue: "first", steps: [publishing("second", "$message.code")] }]),
      worker("v", [], [{ queue: "second", steps: [{ insert: "click", values: { code: "$message.code" } }] }]),
    ],
  };
}

test("what was written can be waited for through queues and workers, and what never comes is said with its reason", async () => {
  const lease = newLease();
  const { endpoint, socketPath } = deploymentOf(await target.deploy(design(), lease, () => {}, never));
  const control = controlOf(socketPath);
  const open = async (code: string) => expect((await fetch(`${endpoint}/open/${code}`)).status).toBe(202);
  expect(await control.settle()).toEqual([]);
  for (const code of ["a", "b", "c", "d"]) await open(code);
  expect(await control.rowCount("click")).toBeLessThan(4);
  expect(await control.settle()).toEqual([]);
  expect(await control.rowCount("click")).toBe(4);

  await open("bad");
  expect(await control.settle()).toEqual([
    { component: "second", reason: expect.stringMatching(/^second still holds 1 .*refused/), isDesigns: true },
  ]);
  expect((await fetch(`${endpoint}/lost`, { method: "POST" })).status).toBe(202);
  expect(await control.settle()).toContainEqual({
    component: "lone",
    reason: "lone still holds 1 of its messages: nobody takes from it",
    isDesigns: true,
  });
  await target.destroy(lease);
});
