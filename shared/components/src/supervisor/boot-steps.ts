import type { BootStep } from "@proofroom/domain/infrastructure/control";

/** Tells each step of a boot as it begins and ends; `wrong` says why one that ended has failed all the same. */
export function stepsOf(tell: (step: BootStep) => void) {
  return async <T>(step: string, work: () => Promise<T>, wrong?: (result: T) => string | undefined): Promise<T> => {
    tell({ step, state: "started" });
    const began = performance.now();
    const told = (state: "done" | "failed", detail?: string) =>
      tell({ step, state, millis: Math.round(performance.now() - began), ...(detail === undefined ? {} : { detail }) });
    try {
      const result = await work();
      const detail = wrong?.(result);
      told(detail === undefined ? "done" : "failed", detail);
      return result;
    } catch (error) {
      told("failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}

/** A program that dies as it starts is tried again and again; a boot waits for none of them longer than this. */
export function soon<T>(all: Promise<T>[], signal: AbortSignal, millis = 20_000): Promise<T[]> {
  signal.throwIfAborted();
  const late = Promise.withResolvers<never>();
  const message = `a component did not start within ${millis / 1_000} seconds; its log says why`;
  const timer = setTimeout(() => late.reject(new Error(message)), millis);
  const abort = () => late.reject(signal.reason);
  signal.addEventListener("abort", abort);
  return Promise.race([Promise.all(all), late.promise]).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  });
}
