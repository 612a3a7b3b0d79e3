import * as z from "zod/mini";
import { Finding } from "../design/finding.ts";
import { TestResult, Verdict } from "../judge/result.ts";
import { Explanation } from "./explanation.ts";
import { RunStatus } from "./status.ts";

export const RunStep = z.object({
  step: z.string(),
  state: z.enum(["started", "done", "failed"]),
  startedAt: z.string(),
  millis: z.optional(z.number()),
  detail: z.optional(z.string()),
});
export type RunStep = z.infer<typeof RunStep>;

export const RunLogLine = z.object({
  seq: z.int(),
  at: z.string(),
  component: z.string(),
  stream: z.enum(["stdout", "stderr"]),
  line: z.string(),
});
export type RunLogLine = z.infer<typeof RunLogLine>;

/** A stage is one status the run was in, with the steps that happened under it. */
export const RunStage = z.object({
  status: RunStatus,
  startedAt: z.string(),
  endedAt: z.optional(z.string()),
  steps: z.array(RunStep),
});
export type RunStage = z.infer<typeof RunStage>;

/** A run as everybody sees it, folded from its events by `advance` and by nothing else. */
export const Run = z.object({
  lastSeq: z.int(),
  status: RunStatus,
  /** Why it ended as it did, where the status alone does not say. */
  reason: z.optional(z.string()),
  queuePlace: z.optional(z.int()),
  stages: z.array(RunStage),
  findings: z.array(Finding),
  results: z.array(TestResult),
  log: z.array(RunLogLine),
  /** Log lines that were dropped from the front to keep the last 5,000. */
  logDropped: z.int(),
  verdict: z.optional(Verdict),
  /** Why it did not pass. */
  explanation: z.optional(Explanation),
});
export type Run = z.infer<typeof Run>;
