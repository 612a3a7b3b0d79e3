import { expect, test } from "vitest";
import { drawingOf, outlineOf } from "./draw.ts";
import type { Component, Edge } from "./model.ts";

const component = (id: string, kind: Component["kind"], change: Partial<Component> = {}): Component => ({
  id,
  label: id,
  kind,
  replicas: 1,
  attrs: {},
  from: "mermaid",
  ...change,
});
const edge = (from: string, to: string, isAsync = false): Edge => ({ from, to, async: isAsync });

const drawing = drawingOf({
  components: [
    component("gateway", "gateway", { from: "default" }),
    component("api", "service", { replicas: 3, label: "api x3" }),
    component("postgres", "database"),
    component("clicks", "search"),
  ],
  edges: [edge("gateway", "api"), edge("api", "postgres"), edge("api", "clicks", true), edge("api", "nowhere")],
});

test("the outline says in words what the drawing shows", () => {
  expect(outlineOf(drawing)).toEqual([
    "gateway, gateway, assumed: calls api.",
    "api, service, 3 instances: calls postgres and clicks later.",
    "postgres, database: calls nothing.",
    "clicks, search index, not deployed yet: calls nothing.",
  ]);
});

test("what a run does not deploy yet, and what it deploys undrawn, is told apart", () => {
  expect(drawing.nodes.map(({ standing }) => standing)).toEqual(["assumed", "deployed", "deployed", "planned"]);
});

test("a call that leads nowhere is not drawn", () => {
  expect(drawing.edges.map(({ to }) => to)).toEqual(["api", "postgres", "clicks"]);
});
