/** Lets nothing through for a while after several failures in a row; then one request decides. */
export interface Breaker {
  isOpen(): boolean;
  succeeded(): void;
  failed(): void;
}

export function createBreaker({ failures = 3, openMillis = 120_000, now = Date.now } = {}): Breaker {
  let inARow = 0;
  let openUntil = 0;
  return {
    isOpen: () => now() < openUntil,
    succeeded() {
      inARow = 0;
      openUntil = 0;
    },
    // The count stays after the pause, so that one more failure opens it again.
    failed() {
      inARow += 1;
      if (inARow >= failures) openUntil = now() + openMillis;
    },
  };
}
