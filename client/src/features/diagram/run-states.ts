import type { Drawing } from "@proofroom/domain/design/draw";
import type { Component } from "@proofroom/domain/design/model";
import { isStartOf, standingIn } from "@proofroom/domain/infrastructure/process-words";
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
    const started = steps.findLast(({ step }) => isStartOf(kind, step));
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

/** Which processes are down or left out just now, by what the log said of each last. */
function awayIn({ log }: Pick<Run, "log">): Map<string, string> {
  const away = new Map<string, string>();
  for (const line of log) {
    const said = standingIn(line);
    if (said === null) continue;
    const { process, standing } = said;
    if (standing === "leftOut") away.set(process, "left out");
    else if (standing === "ended") away.set(process, "down");
    else if (standing === "back" || away.get(process) === "down") away.delete(process);
  }
  return away;
}
