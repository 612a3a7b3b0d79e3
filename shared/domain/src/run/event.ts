import * as z from "zod/mini";
import { Finding } from "../design/finding.ts";
import { TestResult, Verdict } from "../judge/result.ts";
import { Explanation } from "./explanation.ts";
import { RunStatus } from "./status.ts";

/** What a run tells, each fact once whatever was retried. The order of `seq` is the order of truth. */
export const RunFact = z.discriminatedUnion("type", [
  z.object({ type: z.literal("status"), status: RunStatus, reason: z.optional(z.string()) }),
  /** Place 1 is next; the run that holds the host is not in the line. */
  z.object({ type: z.literal("queue"), place: z.int() }),
  z.object({
    type: z.literal("step"),
    step: z.string(),
    state: z.enum(["started", "done", "failed"]),
    millis: z.optional(z.number()),
    detail: z.optional(z.string()),
  }),
  z.object({ type: z.literal("finding"), ...Finding.shape }),
  z.object({ type: z.literal("result"), ...TestResult.shape }),
  /** `said`: when the component said it, by its host's clock; lines travel in batches, and `at` is when theirs was stored. */
  z.object({
    type: z.literal("log"),
    component: z.string(),
    stream: z.enum(["stdout", "stderr"]),
    line: z.string(),
    said: z.optional(z.string()),
  }),
  z.object({ type: z.literal("metric"), series: z.string(), value: z.number() }),
  z.object({ type: z.literal("verdict"), verdict: Verdict }),
  z.object({ type: z.literal("explanation"), ...Explanation.shape }),
]);
export type RunFact = z.infer<typeof RunFact>;

/** As stored and sent: `seq` counts from 1 without a gap per run, `at` is ISO 8601 by the database's clock. */
export type RunEvent = RunFact & { seq: number; at: string; attempt?: number };
