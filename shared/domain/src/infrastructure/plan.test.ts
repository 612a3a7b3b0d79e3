import { expect, test } from "vitest";
import type { Component, DesignModel } from "../design/model.ts";
import { planBlueprint } from "./plan.ts";

const component = (id: string, kind: Component["kind"], change: Partial<Component> = {}): Component => ({
  id,
  label: id,
  kind,
  replicas: 1,
  attrs: {},
  from: "mermaid",
  ...change,
});

const ddl = [{ sql: "create table t(id int primary key)", line: 1 }];
const nothing: DesignModel & { ddl: typeof ddl } = {
  components: [],
  edges: [],
  tables: [],
  operations: [],
  unbound: [],
  findings: [],
  ddl,
};
const drawn = (components: Component[], edges: [string, string][] = []) =>
  planBlueprint({ ...nothing, components, edges: edges.map(([from, to]) => ({ from, to, async: false })) });

test("what is drawn is deployed, with the gateway's directive", () => {
  const plan = drawn([
    component("gw", "gateway", { replicas: 2, attrs: { retry: "idempotent", health: "500ms" } }),
    component("api", "service", { replicas: 3 }),
    component("pg", "database"),
  ]);
  expect(plan.gateway).toEqual({
    id: "gw",
    replicas: 2,
    healthMillis: 500,
    retryIdempotent: true,
    ejectAfter: 1,
    timeoutMillis: 5_000,
  });
  expect(plan.services).toEqual([{ id: "api", replicas: 3, uses: [] }]);
  expect(plan.database).toEqual({ id: "pg" });
  expect(plan.notes).toEqual([]);
});

test("a gateway leaves out what fails only where it checks for health, or where the drawing says so", () => {
  const ejectAfter = (attrs: Component["attrs"]) => drawn([component("gw", "gateway", { attrs })]).gateway?.ejectAfter;
  expect(ejectAfter({ health: "off" })).toBe(0);
  expect(ejectAfter({ health: "off", eject: "3" })).toBe(3);
  expect(ejectAfter({ eject: "off" })).toBe(0);
  expect(drawn([component("gw", "gateway", { attrs: { timeout: "800ms" } })]).gateway?.timeoutMillis).toBe(800);
});

test("nothing drawn is a gateway, one service and a database", () => {
  const plan = planBlueprint(nothing);
  expect(plan.gateway).toMatchObject({ id: "gateway", healthMillis: 250, retryIdempotent: false });
  expect(plan.services).toEqual([{ id: "service", replicas: 1, uses: [] }]);
  expect(plan.database).toEqual({ id: "database" });
});

test("a service that only a queue or another service calls gets no request of a client", () => {
  const plan = drawn(
    [
      component("gw", "gateway"),
      component("inner", "gateway"),
      component("web", "service"),
      component("search", "service"),
      component("q", "queue"),
      component("tally", "service"),
      component("mailer", "service"),
    ],
    [
      ["gw", "web"],
      ["gw", "inner"],
      ["inner", "search"],
      ["web", "q"],
      ["q", "tally"],
      ["web", "mailer"],
    ],
  );
  expect(plan.services.map(({ id }) => id)).toEqual(["web", "search"]);
  expect(plan.notes).toContain("tally is not deployed yet: no arrow leads to it from gw");
  expect(plan.notes).toContain("mailer is not deployed yet: no arrow leads to it from gw");
});

test("a service that a step calls is deployed behind the one from which an arrow leads there, and clients do not reach it", () => {
  const shape = { method: "GET" as const, line: 1, bodyRequired: false, parameters: [], responses: [], words: [] };
  const steps = [{ call: "stock", to: "stock", path: "/stock" }];
  const operation = { ...shape, opId: "o", path: "/o", steps, inputs: {}, outputs: {}, confidence: 1 };
  const components = [component("gw", "gateway"), component("api", "service"), component("stock", "service")];
  const edges = [
    { from: "gw", to: "api", async: false },
    { from: "api", to: "stock", async: false },
  ];
  const plan = planBlueprint({ ...nothing, components, edges, operations: [operation] });
  expect(plan.services).toEqual([
    { id: "api", replicas: 1, uses: ["stock"] },
    { id: "stock", replicas: 1, uses: [], isInner: true },
  ]);
  const uncalled = planBlueprint({ ...nothing, components, edges });
  expect(uncalled.notes).toContain("stock is not deployed yet: no arrow leads to it from gw");
});

test("services drawn without a gateway get none", () => {
  expect(drawn([component("api", "service", { replicas: 2 })]).gateway).toBeNull();
});

test("of two gateways in a row clients enter through the first, and the other is told of", () => {
  const plan = drawn(
    [component("inner", "gateway"), component("edge", "gateway"), component("api", "service")],
    [
      ["edge", "inner"],
      ["inner", "api"],
    ],
  );
  expect(plan.gateway?.id).toBe("edge");
  expect(plan.notes).toEqual(["inner is not deployed yet: requests enter through edge"]);
});

test("a design without tables needs no database", () => {
  expect(planBlueprint({ ...nothing, ddl: [] }).database).toBeNull();
});

test("more than this host can carry is cut, and said", () => {
  const plan = drawn([component("api", "service", { replicas: 50 }), component("hot", "cache")]);
  expect(plan.services).toEqual([{ id: "api", replicas: 5, uses: [] }]);
  expect(plan.notes).toEqual([
    "api: 5 of 50 replicas are deployed",
    "hot is not deployed: no arrow leads to it from a service",
  ]);
});

test("how many of a component are deployed is said only of one that is deployed", () => {
  const plan = drawn(
    [
      component("users", "client", { replicas: 3 }),
      component("edge", "gateway", { replicas: 4 }),
      component("inner", "gateway", { replicas: 4 }),
      component("api", "service"),
      component("pg", "database", { replicas: 2 }),
      component("archive", "database", { replicas: 2 }),
      component("hot", "cache", { replicas: 2 }),
      component("cold", "cache", { replicas: 2 }),
      component("q", "queue", { replicas: 2 }),
      component("index", "search", { replicas: 6 }),
    ],
    [
      ["edge", "inner"],
      ["inner", "api"],
      ["api", "hot"],
    ],
  );
  expect(plan.notes.filter((note) => note.includes(" of "))).toEqual([
    "edge: 3 of 4 replicas are deployed",
    "pg: 1 of 2 replicas is deployed",
    "hot: 1 of 2 replicas is deployed",
  ]);
});

test("a read replica is a standby with its delay, and services that lead to it read there", () => {
  const plan = drawn(
    [
      component("api", "service"),
      component("pg", "database"),
      component("near", "replicadb", { replicas: 2, attrs: { delay: "500ms" } }),
      component("far", "replicadb"),
    ],
    [
      ["api", "pg"],
      ["api", "near"],
    ],
  );
  expect(plan.standbys).toEqual([
    { id: "near", component: "near-1", delayMillis: 500 },
    { id: "near", component: "near-2", delayMillis: 500 },
  ]);
  expect(plan.services[0]?.uses).toContain("near");
  expect(plan.notes).toEqual([
    "far is not deployed: 2 read replicas at most",
    "api reads from near in endpoints that only read, and otherwise from the database; between the steps of a test it has up to 5 s to catch up",
  ]);
  const delayed = (delay: string) =>
    drawn([component("pg", "database"), component("near", "replicadb", { attrs: { delay } })]);
  expect(delayed("2h").standbys).toMatchObject([{ delayMillis: 60_000 }]);
  expect(delayed("2h").notes).toContain("near follows 60 s behind, not 2h: a run is short");
  expect(delayed("soon").notes).toContain("near follows without a delay: soon is no time such as 500ms or 2s");
  const alone = drawn([component("api", "service"), component("pg", "database"), component("near", "replicadb")]);
  expect(alone.notes).toEqual(["near is deployed, but nothing reads from it: no arrow leads to it from a service"]);
});

test("a CDN before the door is where clients enter, one beside it is told of", () => {
  const parts = [component("users", "client"), component("cdn", "cdn", { attrs: { ttl: "30s" } })];
  const through = drawn(
    [...parts, component("gw", "gateway"), component("api", "service")],
    [
      ["users", "cdn"],
      ["cdn", "gw"],
      ["gw", "api"],
    ],
  );
  expect(through.parts).toEqual([{ kind: "cdn", id: "cdn", ttlMillis: 30_000, before: "gw" }]);
  const bare = drawn(
    [...parts, component("api", "service"), component("jobs", "service")],
    [
      ["users", "cdn"],
      ["cdn", "api"],
      ["api", "jobs"],
    ],
  );
  expect(bare.parts).toMatchObject([{ before: "api" }]);
  expect(bare.services.map(({ id }) => id)).toEqual(["api"]);
  const beside = drawn(
    [...parts, component("gw", "gateway"), component("api", "service"), component("files", "objectstore")],
    [
      ["users", "cdn"],
      ["users", "gw"],
      ["cdn", "files"],
      ["gw", "api"],
      ["api", "files"],
    ],
  );
  expect(beside.notes).toContain("files is deployed, but no endpoint puts an object there or gets one");
  expect(beside.parts.map(({ kind }) => kind)).toEqual(["objectstore"]);
  expect(beside.notes).toContain("cdn is not deployed: requests of the API enter through gw");
});

test("a cache and a queue are deployed where a service's arrow leads to them, a worker where a queue's does", () => {
  const components = [
    component("api", "service"),
    component("hot", "cache", { attrs: { size: "4mb" } }),
    component("q", "queue", { attrs: { visibility: "5s", retries: "3" } }),
    component("w", "worker", { replicas: 9 }),
    component("lonely", "queue"),
    component("idle", "worker"),
    component("db", "database"),
  ];
  const edges = [
    ["api", "hot"],
    ["api", "q"],
    ["q", "w"],
    ["w", "db"],
  ].map(([from = "", to = ""]) => ({ from, to, async: false }));
  const steps = [{ insert: "clicks", values: { code: "$message.code" } }];
  const consumers = [{ worker: "w", queue: "q", steps, words: [] }];
  const plan = planBlueprint({ ...nothing, components, edges, consumers });
  expect(plan.parts).toEqual([
    { kind: "cache", id: "hot", bytes: 4 * 1024 * 1024 },
    { kind: "queue", id: "q", visibilityMillis: 5_000, deliveries: 3 },
    { kind: "worker", id: "w", replicas: 3, uses: ["db"], consumes: [{ queue: "q", steps }] },
  ]);
  expect(plan.services[0]?.uses).toEqual(["hot", "q"]);
  expect(plan.notes).toEqual([
    "w: 3 of 9 replicas are deployed",
    "lonely is not deployed: no arrow leads to it from a service, or there are more than 3 queues",
    "idle is not deployed: no arrow leads to it from a queue that is published to, or there are more than 3 workers",
  ]);
});
