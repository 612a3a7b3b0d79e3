import { drawingOf, outlineOf } from "@proofroom/domain/design/draw";
import type { Component } from "@proofroom/domain/design/model";
import { newRun } from "@proofroom/domain/run/advance";
import type { RunFact } from "@proofroom/domain/run/event";
import { render } from "solid-js/web";
import { expect, test } from "vitest";
import { advanceAll } from "../../data/run.ts";
import { DiagramNode } from "./DiagramNode.tsx";
import { runStatesOf, withStates } from "./run-states.ts";

const component = (id: string, kind: Component["kind"], replicas = 1): Component => ({
  id,
  label: id,
  kind,
  replicas,
  attrs: {},
  from: "mermaid",
});
const components = [
  component("users", "client"),
  component("gw", "gateway"),
  component("api", "service", 3),
  component("pg", "database"),
];
const at = "2030-01-01T00:00:00.000Z";
const statesAfter = (...facts: RunFact[]) =>
  runStatesOf(
    advanceAll(
      newRun(at),
      facts.map((fact, n) => ({ ...fact, seq: n + 1, at })),
    ) ?? newRun(at),
    components,
  );
const wordsOf = (states: ReturnType<typeof statesAfter>) =>
  Object.fromEntries(Object.entries(states).map(([id, { look, words }]) => [id, `${look}: ${words}`]));

const step = (name: string, state: "started" | "done" | "failed"): RunFact => ({ type: "step", step: name, state });
const log = (process: string, line: string): RunFact => ({ type: "log", component: process, stream: "stdout", line });
const deploying: RunFact[] = [
  { type: "status", status: "deploying" },
  step("start the database", "started"),
  step("start the database", "done"),
  step("start 3 services", "started"),
];
const up: RunFact[] = [
  ...deploying,
  step("start 3 services", "done"),
  step("start the gateway", "started"),
  step("start the gateway", "done"),
  { type: "status", status: "testing" },
];

test("a component says whether it is starting, started or did not start, as the run's steps tell it", () => {
  expect(wordsOf(statesAfter(...deploying))).toEqual({ pg: "ok: started", api: "idle: starting" });
  const failed = statesAfter(...deploying, step("start 3 services", "failed"), {
    type: "status",
    status: "deploy_failed",
  });
  expect(wordsOf(failed)).toEqual({ pg: "ok: started", api: "down: did not start" });
});

test("a process that is left out or has ended is named at its component until it is back", () => {
  const out = [
    ...up,
    log("gw", "api-2 is left out: no answer"),
    log("api-2", "api-2 ended (SIGKILL) and is started again"),
  ];
  expect(wordsOf(statesAfter(...out))).toMatchObject({ api: "slow: api-2 down", gw: "ok: started" });
  const restarted = [...out, log("api-2", "listens on port 4000"), log("gw", "api-2 is back")];
  expect(wordsOf(statesAfter(...restarted))["api"]).toBe("ok: started");
  expect(wordsOf(statesAfter(...up, log("gw", "gw ended (SIGKILL) and is started again")))["gw"]).toBe("down: gw down");
});

test("a run that is over leaves the drawing as it was", () => {
  const over = statesAfter(...up, { type: "verdict", verdict: "passed" }, { type: "status", status: "completed" });
  expect(over).toEqual({});
});

test("how a component stands is in the words of the drawing and in its box, not in its colour alone", () => {
  const states = statesAfter(...deploying);
  const drawing = withStates(drawingOf({ components, edges: [] }), states);
  expect(outlineOf(drawing).find((sentence) => sentence.startsWith("api"))).toContain("3 instances, starting");
  const root = document.createElement("div");
  const [, , node] = drawingOf({ components, edges: [] }).nodes;
  if (node === undefined) throw new Error("the drawing has three components");
  const placed = { ...node, x: 0, y: 0, width: 160, height: 52 };
  const dispose = render(
    () => (
      <svg>
        <DiagramNode node={placed} state={states["api"]} />
      </svg>
    ),
    root,
  );
  expect(root.querySelector(".fact")?.textContent).toBe("starting");
  expect(root.querySelector("g.node")?.getAttribute("data-s")).toBe("idle");
  dispose();
});
