import * as dagre from "@dagrejs/dagre";
import type { Component, Edge } from "@proofroom/domain/design/model";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawingOf } from "@proofroom/domain/design/draw";
import { layoutOf } from "./layout.ts";

const component = (id: string, kind: Component["kind"], replicas = 1): Component => ({
  id,
  label: id,
  kind,
  replicas,
  attrs: {},
  from: "mermaid",
});
const edge = (from: string, to: string, isAsync = false): Edge => ({ from, to, async: isAsync });

const shortener = {
  components: [
    component("gateway", "gateway"),
    component("api", "service", 3),
    component("postgres", "database"),
    component("clicks", "queue"),
  ],
  edges: [edge("gateway", "api"), edge("api", "postgres"), edge("api", "clicks", true)],
};

test("what is called stands below its caller, and no two components overlap", () => {
  const { nodes } = layoutOf(drawingOf(shortener), dagre);
  const top = (id: string) => nodes.find((node) => node.id === id)?.y ?? NaN;
  expect(top("gateway")).toBeLessThan(top("api"));
  expect(top("api")).toBeLessThan(top("postgres"));
  for (const a of nodes)
    for (const b of nodes)
      if (a.id < b.id)
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y).toBe(
          true,
        );
});

test("any drawing can be laid out, with circles, loops and calls that lead nowhere", () => {
  const ids = fc.constantFrom("a", "b", "c", "d", "e");
  fc.assert(
    fc.property(fc.uniqueArray(ids), fc.array(fc.tuple(ids, ids, fc.boolean()), { maxLength: 12 }), (names, calls) => {
      const drawing = drawingOf({
        components: names.map((name) => component(name, "service")),
        edges: calls.map((call) => edge(...call)),
      });
      const layout = layoutOf(drawing, dagre);
      expect(layout.nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(layout.edges.every(({ path }) => path.startsWith("M") && !path.includes("NaN"))).toBe(true);
    }),
  );
});
