import { never } from "../never.ts";
import type { RunEvent } from "./event.ts";
import type { Run, RunStage, RunStep } from "./run.ts";
import { isOver } from "./over.ts";

const logLines = 5_000;

export const newRun = (at: string): Run => ({
  lastSeq: 0,
  status: "pending",
  stages: [{ status: "pending", startedAt: at, steps: [] }],
  findings: [],
  results: [],
  log: [],
  logDropped: 0,
});

/**
 * The one fold of a run: workflow, server and browser agree because all three use it. An event already folded changes
 * nothing, one that comes after a gap is refused by `null` (fetch what is missing), a status after the end is ignored.
 */
export function advance(run: Run, event: RunEvent): Run | null {
  if (event.seq <= run.lastSeq) return run;
  if (event.seq !== run.lastSeq + 1) return null;
  return { ...fold(run, event), lastSeq: event.seq };
}

function fold(run: Run, event: RunEvent): Run {
  switch (event.type) {
    case "status":
      return toStatus(run, event);
    case "queue":
      return { ...run, queuePlace: event.place };
    case "step":
      return inLastStage(run, (stage) => ({ ...stage, steps: withStep(stage.steps, event) }));
    case "finding": {
      const { type: _type, seq: _seq, at: _at, attempt: _attempt, ...finding } = event;
      return { ...run, findings: [...run.findings, finding] };
    }
    case "result": {
      const { type: _type, seq: _seq, at: _at, attempt: _attempt, ...result } = event;
      const others = run.results.filter((r) => r.suite !== result.suite || r.name !== result.name);
      return { ...run, results: [...others, result] };
    }
    case "log": {
      const { seq, component, stream, line: text } = event;
      const line = { seq, at: event.said ?? event.at, component, stream, line: text };
      const log = [...run.log, line];
      const excess = Math.max(0, log.length - logLines);
      return { ...run, log: log.slice(excess), logDropped: run.logDropped + excess };
    }
    case "metric":
      return run;
    case "verdict":
      return { ...run, verdict: event.verdict };
    case "explanation": {
      const { type: _type, seq: _seq, at: _at, attempt: _attempt, ...explanation } = event;
      return { ...run, explanation };
    }
    default:
      return never(event);
  }
}

function toStatus(run: Run, event: RunEvent & { type: "status" }): Run {
  if (isOver(run.status) || event.status === run.status) return run;
  const closed = run.stages.map((stage) => (stage.endedAt === undefined ? { ...stage, endedAt: event.at } : stage));
  const { queuePlace: _place, ...rest } = run;
  const stages = isOver(event.status) ? closed : [...closed, { status: event.status, startedAt: event.at, steps: [] }];
  return { ...rest, status: event.status, stages, ...(event.reason === undefined ? {} : { reason: event.reason }) };
}

function inLastStage(run: Run, change: (stage: RunStage) => RunStage): Run {
  const last = run.stages.at(-1);
  return last === undefined ? run : { ...run, stages: [...run.stages.slice(0, -1), change(last)] };
}

function withStep(steps: RunStep[], event: RunEvent & { type: "step" }): RunStep[] {
  const known = steps.find((s) => s.step === event.step);
  const step: RunStep = {
    step: event.step,
    state: event.state,
    startedAt: known?.startedAt ?? event.at,
    ...(event.millis === undefined ? {} : { millis: event.millis }),
    ...(event.detail === undefined ? {} : { detail: event.detail }),
  };
  return known === undefined ? [...steps, step] : steps.map((s) => (s === known ? step : s));
}
