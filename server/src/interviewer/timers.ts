/** What happens later, and can be called off. Received, so that a test need not wait. */
export interface Timers {
  /** Answers how to call it off. */
  after(millis: number, work: () => void): () => void;
}

/** Do not keep the process alive. */
export const realTimers: Timers = {
  after(millis, work) {
    const timer = setTimeout(work, Math.min(millis, 2_147_483_647));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
