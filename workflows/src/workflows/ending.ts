import type { RunStatus } from "@proofroom/domain/run/status";
import { ActivityFailure, isCancellation, TimeoutFailure } from "@temporalio/workflow";

export interface Ending {
  status: RunStatus;
  reason?: string;
}

/** How a run ends that could not be carried through: stopped by a person, or by a failure of the platform. */
export function endingOf(error: unknown, during: RunStatus): Ending {
  if (isCancellation(error)) return { status: "cancelled" };
  const status = during === "deploying" ? "deploy_failed" : "failed";
  return { status, reason: `${causeOf(error)} This is not the design's doing: press Run again.` };
}

/** The place could not run the design: that is the platform's, whatever the design is worth. */
export const notDeployed = (reason: string): Ending => ({
  status: "deploy_failed",
  reason: `The design could not be started here: ${reason}. This is not the design's doing.`,
});

function causeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof TimeoutFailure) {
    return cause.timeoutType === "SCHEDULE_TO_START"
      ? "The host of this run has been silent for too long."
      : "A step of this run took too long, or its worker ended again and again.";
  }
  const words = cause instanceof Error ? cause.message : String(cause);
  return `Proofroom could not carry this run through: ${words.replace(/\.$/, "")}.`;
}
