import type { Dimension } from "@proofroom/domain/interview/dimension";
import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation } from "@temporalio/workflow";
import type { Judging } from "../activities/report-finish.ts";
import type { ReportInput } from "../contract.ts";
import { localSteps, reportSteps } from "./steps.ts";

/** How long a run that was under way at the end is waited for; a run itself has an hour at most. */
const runMillis = 30 * 60_000;

/**
 * One report from the end of its room to `ready`. Facts come first and always; a model that fails takes nothing from them.
 * Every answer that costs money is kept before the next is asked for, so a worker that dies pays for none twice.
 */
export async function writeReport({ roomId, attempt, heartbeatMillis = 10_000 }: ReportInput): Promise<string> {
  const key = { roomId, attempt };
  const steps = reportSteps(heartbeatMillis);
  try {
    await steps.reportAwaitRun({ ...key, waitMillis: runMillis });
    const { judge } = await steps.reportCount(key);
    const judging = judge.length === 0 ? "none" : await judged(steps, key, judge);
    await steps.reportFinish({ ...key, judging });
    return "ready";
  } catch (error) {
    const reason = isCancellation(error)
      ? "The report was stopped from outside. Press Retry to write it again."
      : "Proofroom could not write this report. Press Retry; if it fails again, look into the worker's log.";
    await CancellationScope.nonCancellable(() => localSteps.reportFail({ ...key, reason }));
    return "failed";
  }
}

async function judged(
  steps: ReturnType<typeof reportSteps>,
  key: Pick<ReportInput, "roomId" | "attempt">,
  dimensions: Dimension[],
): Promise<Judging> {
  try {
    for (const dimension of dimensions) await steps.reportEvidence({ ...key, dimension, dimensions });
    await steps.reportPass({ ...key, pass: 1, dimensions });
    await steps.reportPass({ ...key, pass: 2, dimensions });
    const apart = await steps.reportCompare(key);
    if (apart.length > 0) await steps.reportPass({ ...key, pass: 3, dimensions, only: apart });
    return "done";
  } catch (error) {
    if (isCancellation(error)) throw error;
    const cause = error instanceof ActivityFailure ? error.cause : error;
    return { failure: cause instanceof ApplicationFailure ? (cause.type ?? "unforeseen") : "unforeseen" };
  }
}
