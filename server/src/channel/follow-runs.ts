import { setTimeout as pause } from "node:timers/promises";
import { followRuns, type RunFeedDependencies } from "../runs/run-feed.ts";

const retryMillis = 1_000;

/** Begins to follow runs as soon as the database answers, be it away when the server starts. */
export function followRunsWhenPossible(deps: RunFeedDependencies): AsyncDisposable {
  const ending = new AbortController();
  const begin = async (): Promise<AsyncDisposable | null> => {
    for (;;) {
      if (ending.signal.aborted) return null;
      try {
        return await followRuns(deps);
      } catch (error) {
        deps.onError(error);
        await pause(retryMillis, null, { signal: ending.signal }).catch(() => {});
      }
    }
  };
  const begun = begin();
  return {
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await (await begun)?.[Symbol.asyncDispose]();
    },
  };
}
