import type { Drawing } from "@proofroom/domain/design/draw";
import { kindWords } from "@proofroom/domain/design/kinds";
import type { Component } from "@proofroom/domain/design/model";
import { isOver } from "@proofroom/domain/run/over";
import type { Run } from "@proofroom/domain/run/run";

/** How a component stands in a run, as a look and in words; neither is told by colour alone. */
export interface RunState {
  look: "idle" | "ok" | "slow" | "down";
  words: string;
}

/**
 * How the components stand while a run is under way, by id: a deployment starts them kind by kind, and its log says which
 * process ended or was left out since. None once everything is taken down, and none of what the run does not start.
 */
export function runStatesOf(run: Run, components: readonly Component[]): Record<string, RunState> {
  const isFailed = run.status === "deploy_failed";
  const steps = run.stages.flatMap((stage) => stage.steps);
  if ((isOver(run.status) && !isFailed) || steps.some(({ step }) => step === "teardown" && !isFailed)) return {};
  const away = awayIn(run);
  const states = components.flatMap(({ id, kind }): [string, RunState][] => {
    const started = steps.findLast(({ step }) => startsKind(step, kindWords[kind]));
    if (started === undefined) return [];
    if (started.state === "failed") return [[id, { look: "down", words: "did not start" }]];
    if (started.state === "started")
      return [[id, isFailed ? { look: "down", words: "did not start" } : { look: "idle", words: "starting" }]];
    const gone = [...away].filter(([process]) => process === id || process.replace(/-\d+$/, "") === id);
    const [first] = gone;
    if (first === undefined) return [[id, { look: "ok", words: "started" }]];
    return [
      [id, { look: first[0] === id ? "down" : "slow", words: gone.map(([who, how]) => `${who} ${how}`).join(", ") }],
    ];
  });
  return Object.fromEntries(states);
}

/** A drawing whose facts end with how the components stand. */
export const withStates = (drawing: Drawing, states: Record<string, RunState>): Drawing => ({
  ...drawing,
  nodes: drawing.nodes.map((node) => {
    const state = states[node.id];
    return state === undefined ? node : { ...node, fact: `${node.fact}, ${state.words}` };
  }),
});

/** `start the database`, `start 3 services`. */
const startsKind = (step: string, words: string): boolean =>
  step === `start the ${words}` || (/^start \d+ /.test(step) && step.endsWith(` ${words}s`));

/** Which processes are down or left out just now, by what the log said of each last. */
function awayIn({ log }: Pick<Run, "log">): Map<string, string> {
  const away = new Map<string, string>();
  for (const { component, line } of log) {
    const [, who = "", how] = /^(\S+) (is left out|is back|ended)\b/.exec(line) ?? [];
    if (how === "is left out") away.set(who, "left out");
    else if (how === "is back") away.delete(who);
    else if (how === "ended" && who === component) away.set(who, "down");
    else if (/^(?:listens on port \d+|is ready)$/.test(line) && away.get(component) === "down") away.delete(component);
  }
  return away;
}
