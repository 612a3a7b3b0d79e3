import type { TestResult, Verdict } from "../judge/result.ts";
import type { Reading } from "./reading.ts";
import type { Topic } from "./topic.ts";

/** What to ask about the tests that a run failed, in the order in which they failed. */
export function topicsOfRun(
  _run: { runId: string; number: number; verdict: Verdict | null; results: readonly TestResult[] },
  _reading: Reading | null,
): Topic[] {
  return [];
}
