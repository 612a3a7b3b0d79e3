import { stops } from "@proofroom/domain/design/stops";
import { never } from "@proofroom/domain/never";
import type { Run, RunStage, RunStep } from "@proofroom/domain/run/run";
import { isOver } from "@proofroom/domain/run/over";
import type { RunStatus } from "@proofroom/domain/run/status";
import { countText } from "../../ui/format.ts";
import { type Mark, markOf } from "./run-words.ts";

/** A stage as it is shown: those that have not begun are there too, so that the list never moves. */
export interface ShownStage {
  status: RunStatus;
  label: string;
  mark: Mark;
  startedAt?: string;
  endedAt?: string;
  steps: RunStep[];
  note?: string;
}

const labels: Partial<Record<RunStatus, string>> = {
  pending: "Queue",
  validating: "Validate",
  generating_infra: "Plan",
  building: "Build",
  deploying: "Deploy",
  testing: "Functional",
};

const usual: RunStatus[] = ["validating", "deploying", "testing"];

/** While a suite runs its step says how many results are to come, those yet to be skipped among them. */
const passedOf = (run: Run, { steps }: RunStage): string | undefined => {
  const judged = run.results.filter((result) => result.status !== "skipped");
  if (judged.length === 0) return undefined;
  const skipped = run.results.length - judged.length;
  const expected = Number(/^(\d+) tests?$/.exec(steps.at(-1)?.detail ?? "")?.[1] ?? 0) - skipped;
  return `${judged.filter((result) => result.status === "passed").length}/${Math.max(expected, judged.length)}`;
};

/** How a stage came out: only the last one can have ended the run. */
function markOfStage(run: Run, stage: RunStage, isLast: boolean): Mark {
  if (!isLast) return "passed";
  if (!isOver(run.status)) return stage.status === "pending" ? "pending" : "running";
  return markOf(run);
}

export function stagesOf(run: Run): ShownStage[] {
  const begun = run.stages.map((stage, n): ShownStage => {
    const note = stage.status === "testing" ? passedOf(run, stage) : undefined;
    return {
      ...stage,
      label: labels[stage.status] ?? stage.status,
      mark: markOfStage(run, stage, n === run.stages.length - 1),
      ...(note === undefined ? {} : { note }),
    };
  });
  const at = usual.findLastIndex((status) => begun.some((stage) => stage.status === status));
  const rest = usual.slice(at + 1).map((status): ShownStage => {
    const mark = isOver(run.status) ? "skipped" : "pending";
    return { status, label: labels[status] ?? status, mark, steps: [] };
  });
  return [...begun, ...rest];
}

/** The first thing that went wrong, as one line for the strip. */
export function firstError(run: Run): string | undefined {
  const error = run.findings.find(stops);
  if (run.status === "validation_failed" && error !== undefined) return error.message;
  const failed = run.results.find((result) => result.status === "failed");
  if (failed !== undefined) return `${failed.name}: ${failed.observed}`;
  return isOver(run.status) && run.status !== "completed" ? run.reason : undefined;
}

/** The verdict as a sentence with a subject. */
export function verdictSentence(run: Run): string {
  const count = (status: string) => run.results.filter((result) => result.status === status).length;
  const failed = run.results.filter((result) => result.status === "failed");
  switch (run.status) {
    case "completed":
      if (run.verdict === "passed")
        return `The design does what was asked: ${countText(count("passed"), "test")} passed.`;
      if (run.verdict === "failed") {
        const rest = failed.length > 1 ? `, and ${countText(failed.length - 1, "other test")}` : "";
        return `The design runs, but fails “${failed[0]?.name ?? "a test"}”${rest}.`;
      }
      return "The run could not judge the design; nothing is held against it.";
    case "validation_failed":
      return `The design cannot be started yet: ${countText(run.findings.filter(stops).length, "finding")} to mend.`;
    case "build_failed":
      return "The design could not be built.";
    case "deploy_failed":
      return "The design did not start.";
    case "cancelled":
      return "The run was cancelled before it could judge.";
    case "failed":
      return "The run broke off for a reason that is not the design's.";
    case "pending":
    case "validating":
    case "generating_infra":
    case "building":
    case "deploying":
    case "testing":
      return "The run is under way.";
    default:
      return never(run.status);
  }
}
