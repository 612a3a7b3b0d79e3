/** Whether one of several replicas is asked: what its answers and silences have made of it. */
export interface Standing {
  /** True while it takes its turn like any other. */
  isIn(): boolean;
  /** True of one that is out and whose time is up: it may be tried again. */
  mayBeTried(): boolean;
  /** A request tries it; until that has ended no other does, unless it takes very long. */
  trying(): void;
  /** It answered; true when that brings it back. */
  answered(): boolean;
  /** It gave no answer; true when that ejects it. */
  failed(): boolean;
  /** A probe found it not well; true when that ejects it. */
  unwell(): boolean;
  ejections(): number;
}

interface EjectionPolicy {
  /** Failures one after the other until it is left out; 0 leaves it in whatever happens. */
  ejectAfter: number;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
}

const out = { firstMillis: 250, mostMillis: 10_000 };

/**
 * Ejects a replica for a time that grows: twice as long as before when a trial fails, and when it is ejected again soon
 * after it came back. Failures of requests that were under way when it was ejected change nothing.
 */
export function createStanding({ ejectAfter, now }: EjectionPolicy): Standing {
  let inARow = 0;
  let ejections = 0;
  let lasting = 0;
  let isOnTrial = false;
  let outUntil: number | null = null;
  let backAt = Number.NEGATIVE_INFINITY;

  function eject(): true {
    const isSoon = lasting > 0 && now() - backAt < out.mostMillis;
    lasting = isSoon ? Math.min(lasting * 2, out.mostMillis) : out.firstMillis;
    outUntil = now() + lasting;
    ejections += 1;
    return true;
  }

  return {
    isIn: () => outUntil === null,
    mayBeTried: () => outUntil !== null && now() >= outUntil,
    trying() {
      isOnTrial = true;
      // A silent one would else take a request with it each time, for as long as they wait.
      outUntil = now() + out.mostMillis;
    },
    answered() {
      inARow = 0;
      if (outUntil === null) return false;
      isOnTrial = false;
      outUntil = null;
      backAt = now();
      return true;
    },
    failed() {
      inARow += 1;
      if (outUntil === null) return ejectAfter > 0 && inARow >= ejectAfter && eject();
      if (!isOnTrial) return false;
      isOnTrial = false;
      lasting = Math.min(lasting * 2, out.mostMillis);
      outUntil = now() + lasting;
      return false;
    },
    unwell: () => outUntil === null && eject(),
    ejections: () => ejections,
  };
}
