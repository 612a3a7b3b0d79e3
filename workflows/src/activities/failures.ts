import { isDatabaseAway } from "@proofroom/database/away";
import { activityInfo, ApplicationFailure, cancellationSignal, CancelledFailure } from "@temporalio/activity";

/**
 * The one place where an activity's error becomes a failure for Temporal. A database that is away is waited for; whatever
 * else goes wrong is tried `tries` times in all, and Stop stays Stop even where the clean-up behind it failed as well.
 */
export function retrying<Args extends unknown[], Result>(
  activity: (...args: Args) => Promise<Result>,
  tries = 3,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await activity(...args);
    } catch (thrown) {
      const error = rootOf(thrown);
      if (error instanceof CancelledFailure || error instanceof ApplicationFailure) throw error;
      const stop: unknown = isAborted(error) ? cancellationSignal().reason : undefined;
      if (stop instanceof CancelledFailure) throw stop;
      const message = error instanceof Error ? error.message : String(error);
      const isAway = isDatabaseAway(error);
      throw ApplicationFailure.create({
        message,
        type: isAway ? "DatabaseAway" : "Unforeseen",
        nonRetryable: !isAway && activityInfo().attempt >= tries,
        ...(isAway ? { nextRetryDelay: "1s" } : {}),
        ...(error instanceof Error ? { cause: error } : {}),
      });
    }
  };
}

/** Whether an operation ended because its signal was aborted; told by the signal alone, whose reason a library may not pass on. */
const isAborted = (error: unknown): boolean =>
  cancellationSignal().aborted && error instanceof Error && error.name === "AbortError";

/** What was thrown first, before disposing of something threw too. */
function rootOf(error: unknown): unknown {
  if (!(error instanceof SuppressedError)) return error;
  const inner: unknown = error.suppressed;
  return rootOf(inner);
}
