import { Context } from "@temporalio/activity";

const everyMillis = 1000;

/**
 * Heartbeats while an activity works: without it a dead worker is noticed only at the time limit, and Stop never arrives,
 * since cancellation comes in a heartbeat's answer.
 */
export function beating(): Disposable {
  const context = Context.current();
  context.heartbeat();
  const timer = setInterval(() => context.heartbeat(), everyMillis);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
