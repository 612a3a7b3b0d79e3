import { afterAll, beforeAll, expect, test } from "vitest";
import { requestIdHeader } from "@proofroom/domain/judge/result";
import type { Step } from "@proofroom/domain/design/step";
import { deploymentOf } from "../deployment-of.ts";
import { never, newLease, patience } from "../target-contract.ts";
import { linksBlueprint } from "../test-blueprint.ts";
import { type Control, controlOf } from "./control.ts";
import { createLocalTarget } from "./local-target.ts";
import { makeHome } from "./test-home.ts";

const { home, remove } = makeHome();
const target = createLocalTarget({ home, host: "test" });
const lease = newLease();
let endpoint: string;
let control: Control;

/** `api` asks `stock`, which clients cannot reach, to take one of an article away. */
function design() {
  const links = linksBlueprint(1, [
    { line: 1, sql: "create table stock (sku text primary key, n int not null check (n >= 0))" },
    { line: 2, sql: "insert into stock values ('pen', 1), ('slow', 1)" },
    { line: 3, sql: "alter table stock add check (sku <> 'slow' or n = 1 or pg_sleep(1) is not null)" },
  ]);
  const [shape] = links.operations;
  if (shape === undefined) throw new Error("the design of the tests has an endpoint");
  const endpointOf = (path: string, steps: Step[]) => {
    const body = { type: "object", properties: {} };
    return { ...shape, opId: path, method: "POST" as const, path, body, bodyRequired: false, responses: [], steps };
  };
  const calling = { call: "stock", to: "stock", path: "/stock/{path.sku}/take", method: "POST" as const };
  const left = { return: { status: 201, body: { left: "$called.n" } } };
  const take: Step[] = [
    { update: "stock", set: { n: { sub: ["$row.n", 1] } }, where: { sku: "$path.sku", n: { gt: 0 } }, else: 409 },
    { return: { status: 200, body: { n: "$row.n" } } },
  ];
  return {
    ...links,
    tables: [],
    operations: [
      endpointOf("/order/{sku}", [{ ...calling, timeout: "3s" }, left]),
      endpointOf("/hasty/{sku}", [{ ...calling, timeout: "200ms" }, left]),
      endpointOf("/perhaps/{sku}", [
        calling,
        // oxlint-disable-next-line unicorn/no-thenable -- a word of the vocabulary
        { if: { found: false }, then: [{ return: { status: 202 } }] },
        left,
      ]),
      endpointOf("/round/{sku}", [{ ...calling, path: "/round/{path.sku}" }]),
      endpointOf("/stock/{sku}/take", [{ get: "stock", by: { sku: "$path.sku" } }, ...take]),
    ],
    services: [
      { id: "api", replicas: 1, uses: ["stock"] },
      { id: "stock", replicas: 2, uses: [], isInner: true },
    ],
  };
}

beforeAll(async () => {
  const deployment = deploymentOf(await target.deploy(design(), lease, () => {}, never));
  endpoint = deployment.endpoint;
  control = controlOf(deployment.socketPath);
});
afterAll(async () => {
  await target.destroy(lease);
  remove();
});

async function post(path: string, id = "") {
  const headers = id === "" ? {} : { [requestIdHeader]: id };
  const answer = await fetch(`${endpoint}${path}`, { method: "POST", headers });
  const body: unknown = JSON.parse((await answer.text()) || "null");
  return { status: answer.status, body };
}

test("a service asks another one, answers with what it said, and refuses with what it refused with", async () => {
  expect(await post("/order/pen", "bought")).toEqual({ status: 201, body: { left: 0 } });
  const refused = await post("/order/pen");
  expect(refused).toMatchObject({ status: 409, body: { message: expect.stringMatching(/^stock answered 409/) } });
  expect((await post("/order/ink")).status).toBe(404);
  expect((await post("/perhaps/ink")).status).toBe(202);

  const hops = (await control.trace(["bought"]))?.hops ?? [];
  expect(hops.map(({ component }) => component)).toEqual(["gw", "api", expect.stringMatching(/^stock-[12]$/)]);
  expect(hops[1]?.asks).toMatchObject([{ to: "stock", what: "POST /stock/pen/take", came: "answered 200" }]);
  expect(hops[2]?.statements.length).toBe(2);
  expect(Object.keys((await control.counters())["gw"] ?? {}).filter((name) => name.startsWith("stock"))).toEqual([]);
});

test("an answer is waited for no longer than the design says", async () => {
  const late = await post("/hasty/slow");
  expect(late).toMatchObject({ status: 503, body: { message: expect.stringMatching(/no answer: .*timeout/) } });
});

test("a service from which no arrow leads to the one that it is to call says so", async () => {
  const refused = await post("/round/pen");
  expect(refused).toMatchObject({ status: 503, body: { message: expect.stringMatching(/no arrow leads from here/) } });
});

test("a replica that dies is called again once it is back", async () => {
  const stock = async () =>
    (await control.status())?.components.filter(({ component }) => component.startsWith("stock"));
  for (const one of (await stock()) ?? []) process.kill(one.pid ?? 0, "SIGKILL");
  await expect.poll(async () => (await stock())?.map(({ restarts }) => restarts), patience).toEqual([1, 1]);
  await expect.poll(async () => (await post("/order/ink")).status, patience).toBe(404);
});
