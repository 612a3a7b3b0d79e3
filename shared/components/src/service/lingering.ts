import { setTimeout as pause } from "node:timers/promises";

/** How requests that are to meet wait for each other. */
export interface Lingering {
  /** Returns once nobody has looked at what is stored for a while; at once unless a test asks for it. */
  afterLook: () => Promise<void>;
  /** How long that while is, 0 for none. */
  set: (millis: number) => void;
}

/** Of these whiles a request waits for no more, so that it waits for nobody who looks without end. */
const most = 20;

/**
 * Whoever has looked goes on when no other one has looked since for `millis`: on a busy host those who are sent at once come one after
 * the other, and a wait of a fixed length would be over before the last of them has come.
 */
export function createLingering(millis = 0): Lingering {
  let whole = millis;
  let lookedAt = 0;
  return {
    set: (next) => void (whole = next),
    async afterLook() {
      lookedAt = performance.now();
      const until = lookedAt + whole * most;
      for (let left = whole; left > 0; left = Math.min(lookedAt + whole, until) - performance.now()) await pause(left);
    },
  };
}
