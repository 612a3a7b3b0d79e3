import { expect, test } from "vitest";
import type { Component, ComponentKind, Edge, Operation } from "../../design/model.ts";
import { viewOf } from "./design-view.ts";
import { graphOf, longestChain, reached } from "./graph.ts";
import { loneServices, outagesOf } from "./what-if.ts";

const kinds: Record<string, ComponentKind> = {
  u: "client",
  g: "gateway",
  d: "database",
  r: "replicadb",
  c: "cache",
  q: "queue",
  w: "worker",
};

/** `u-g-a2-d` draws a way; a number behind a letter counts replicas, `~` an arrow for which nobody waits. */
function drawn(...ways: string[]): { components: Component[]; edges: Edge[] } {
  const components = new Map<string, Component>();
  const edges: Edge[] = [];
  for (const way of ways) {
    const parts = way.split(/([-~])/);
    parts.forEach((part, n) => {
      if (n % 2 === 1) return;
      const id = part[0] ?? "";
      const replicas = Number(part.slice(1) || (components.get(id)?.replicas ?? 1));
      components.set(id, {
        id,
        label: id,
        kind: kinds[id] ?? "service",
        replicas,
        attrs: {},
        from: "mermaid",
        line: 1,
      });
      const arrow = parts[n - 1];
      if (arrow !== undefined) edges.push({ from: parts[n - 2]?.[0] ?? "", to: id, async: arrow === "~" });
    });
  }
  return { components: [...components.values()], edges };
}

const base = {
  bodyRequired: false,
  parameters: [],
  responses: [],
  words: [],
  inputs: {},
  outputs: {},
  confidence: 1,
  line: 1,
};
const operations: Operation[] = [
  { ...base, opId: "POST /links", method: "POST", path: "/links", steps: [{ insert: "links", values: {} }] },
  {
    ...base,
    opId: "GET /{code}",
    method: "GET",
    path: "/{code}",
    steps: [{ get: "links", by: { code: "$path.code" } }],
  },
];

const outages = (...ways: string[]) => {
  const model = { ...drawn(...ways), tables: [], operations, unbound: [], findings: [] };
  const view = viewOf({
    texts: { schema: "", api: "", design: "" },
    versions: { schema: "1.1", api: "1.1", design: "1.1" },
    model,
  });
  return outagesOf(view);
};
const failing = (...ways: string[]) =>
  Object.fromEntries(outages(...ways).map(({ component, fails }) => [component.id, fails.length]));

test("on one way everything is needed, except what stands there more than once", () => {
  expect(failing("u-g-a-d")).toEqual({ g: 2, a: 2, d: 2 });
  expect(failing("u-g-a2-d")).toEqual({ g: 2, d: 2 });
});

test("a second way makes a box spare", () => {
  expect(failing("u-g-a-d", "g-b-d")).toEqual({ g: 2, d: 2 });
  expect(failing("u-a-d", "u-b-d")).toEqual({ d: 2 });
});

test("what is asked beside the data may stop: a cache, a queue, a worker", () => {
  expect(failing("u-a2-d", "a~q", "q-w-d")).toEqual({ d: 2 });
});

test("without the database what is read one by one is answered as far as a cache holds it", () => {
  const [outage] = outages("u-a2-d", "a-c", "a~q", "q-w-d");
  expect(outage).toMatchObject({ component: { id: "d" }, fails: ["POST /links"], answers: [] });
  expect(outage).toMatchObject({ cached: ["GET /{code}"], cache: { id: "c" } });
});

test("with a replica that services ask, reads outlive the database", () => {
  expect(outages("u-a2-d", "a-r").map(({ component, fails, answers }) => [component.id, fails, answers])).toEqual([
    ["d", ["POST /links"], ["GET /{code}"]],
  ]);
  expect(failing("u-a2-d", "d-r")).toEqual({ d: 2 });
});

test("services that stand alone are told", () => {
  expect(loneServices(outages("u-a-b-d")).map(({ id }) => id)).toEqual(["a", "b"]);
});

test("without clients the boxes that nobody calls are where requests come from", () => {
  expect(failing("g-a-d")).toEqual({ g: 2, a: 2, d: 2 });
  expect(outages("d")).toEqual([]);
});

test("the longest chain follows waiting calls only, and no circle for ever", () => {
  const chainOf = (...ways: string[]) => {
    const { components, edges } = drawn(...ways);
    return longestChain(graphOf(components, edges)).join("");
  };
  expect(chainOf("u-g-a-b-d", "a-d")).toBe("ugabd");
  expect(chainOf("u-a~b-d")).toBe("ua");
  expect(chainOf("u-g-a-q-w-d", "a-d")).toBe("ugaq"); // nobody waits for what is taken from a queue
  expect(chainOf("u-a-b-a", "b-d-r")).toBe("uabd");
  expect(chainOf()).toBe("");
});

test("a drawing of hundreds of boxes is cut short rather than walked for ever", () => {
  const components = Array.from({ length: 400 }, (_, n): Component => ({
    id: `s${n}`,
    label: "",
    kind: "service",
    replicas: 1,
    attrs: {},
    from: "mermaid",
  }));
  const edges = components.flatMap(({ id: from }) =>
    components.slice(0, 20).map(({ id: to }): Edge => ({ from, to, async: false })),
  );
  const graph = graphOf(components, edges);
  expect(longestChain(graph).length).toBeGreaterThanOrEqual(0);
  expect(reached(graph, null).size).toBeLessThanOrEqual(80);
});
