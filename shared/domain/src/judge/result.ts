import * as z from "zod/mini";
import { Trace } from "./trace.ts";

export const Suite = z.enum(["functional", "performance", "chaos"]);
export type Suite = z.infer<typeof Suite>;

export const Attribution = z.enum(["design", "platform", "deployment", "flaky", "unknown"]);
export type Attribution = z.infer<typeof Attribution>;

/** Names a request of a test in the log of every component that it passes. */
export const requestIdHeader = "proofroom-request";

/** The id that such a header carries; none where it is not of the form that tests send, for it gets into logs. */
export const requestIdIn = (header: string | string[] | undefined): string | undefined =>
  typeof header === "string" && /^[\w-]{1,64}$/.test(header) ? header : undefined;

/** How a component's log names the request; nothing for one without an id. */
export function requestTag(header: string | string[] | undefined): string {
  const id = requestIdIn(header);
  return id === undefined ? "" : ` (request ${id})`;
}

/** One request and its answer as they went over the wire; bodies are cut at 4 kB. */
export const Exchange = z.object({
  request: z.object({
    method: z.string(),
    path: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.optional(z.string()),
  }),
  response: z.nullable(
    z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.optional(z.string()) }),
  ),
  millis: z.number(),
  /** By how many milliseconds the test moved the run's clock on right before it. */
  clockMoved: z.optional(z.number()),
});
export type Exchange = z.infer<typeof Exchange>;

export const TestResult = z.object({
  suite: Suite,
  name: z.string(),
  status: z.enum(["passed", "failed", "skipped", "inconclusive"]),
  /** What was seen, as a sentence; `threshold` is what was expected. */
  observed: z.string(),
  threshold: z.string(),
  /** The sentence that a failure teaches. */
  teaches: z.string(),
  attribution: Attribution,
  millis: z.optional(z.number()),
  /** The exchange that decided it. */
  request: z.optional(Exchange.shape.request),
  response: z.optional(Exchange.shape.response),
  clockMoved: Exchange.shape.clockMoved,
  /** The exchanges that led there, oldest first, at most ten. */
  before: z.optional(z.array(Exchange)),
  /** What the processes did meanwhile; of a test that did not pass. */
  trace: z.optional(Trace),
});
export type TestResult = z.infer<typeof TestResult>;

export const Verdict = z.enum(["passed", "failed", "inconclusive"]);
export type Verdict = z.infer<typeof Verdict>;

/** A verdict is measured: any failed test fails it, one that could not be judged leaves it open, skipped ones prove nothing. */
export function verdictOf(results: readonly TestResult[]): Verdict {
  const ours = results.some(
    (r) => r.status === "failed" && r.attribution !== "platform" && r.attribution !== "deployment",
  );
  if (ours) return "failed";
  const isOpen = results.some((r) => r.status === "inconclusive" || r.status === "failed");
  return isOpen || !results.some((r) => r.status === "passed") ? "inconclusive" : "passed";
}
