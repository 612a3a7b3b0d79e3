import type { Explanation, ExplanationEvidence } from "@proofroom/domain/run/explanation";
import type { Run, RunLogLine } from "@proofroom/domain/run/run";
import type { RunStatus } from "@proofroom/domain/run/status";
import { templateOf } from "./template.ts";

/** What is known of a run that did not pass. */
export interface Case {
  run: Run;
  /** How it is about to end; its last status is not told yet. */
  ending: { status: RunStatus; reason?: string };
  /** The room's last run that passed before it, if there is one. */
  earlier: { number: number; isSameDesign: boolean; changed: string[] } | null;
}

/** What a rule makes of a case. */
export interface Explained extends Omit<Explanation, "source"> {
  nextStep: string;
}

/** Rules are asked in order; the first that knows the cause answers. */
export type Rule = (given: Case) => Explained | null;

export const logEvidence = ({ component, seq, line }: RunLogLine): ExplanationEvidence => ({
  kind: "log",
  component,
  seq,
  text: line.slice(0, 300),
});

/** The lines that match, one of each shape and four at most. */
export function linesLike(run: Run, pattern: RegExp): RunLogLine[] {
  const byShape = new Map<string, RunLogLine>();
  for (const line of run.log) {
    const shape = `${line.component} ${templateOf(line.line)}`;
    if (pattern.test(line.line) && !byShape.has(shape)) byShape.set(shape, line);
  }
  return [...byShape.values()].slice(0, 4);
}

export const failuresOf = (run: Run) => run.results.filter(({ status }) => status === "failed");

export const resultEvidence = (result: Run["results"][number]): ExplanationEvidence => ({
  kind: "result",
  name: result.name,
  text: result.observed.slice(0, 300),
});
