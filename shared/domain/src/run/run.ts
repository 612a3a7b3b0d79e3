import type { Finding } from "../design/finding.ts";
import type { TestResult, Verdict } from "../judge/result.ts";
import type { RunStatus } from "./status.ts";

export interface RunStep {
  step: string;
  state: "started" | "done" | "failed";
  startedAt: string;
  millis?: number;
  detail?: string;
}

export interface RunLogLine {
  seq: number;
  at: string;
  component: string;
  stream: "stdout" | "stderr";
  line: string;
}

/** A stage is one status the run was in, with the steps that happened under it. */
export interface RunStage {
  status: RunStatus;
  startedAt: string;
  endedAt?: string;
  steps: RunStep[];
}

/** A run as everybody sees it, folded from its events by `advance` and by nothing else. */
export interface Run {
  lastSeq: number;
  status: RunStatus;
  /** Why it ended as it did, where the status alone does not say. */
  reason?: string;
  queuePlace?: number;
  stages: RunStage[];
  findings: Finding[];
  results: TestResult[];
  log: RunLogLine[];
  /** Log lines that were dropped from the front to keep the last 5,000. */
  logDropped: number;
  verdict?: Verdict;
}
