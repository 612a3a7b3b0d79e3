import { setTimeout } from "node:timers/promises";

/** Something that runs until it ends by itself or is stopped. */
export interface Running {
  /** Resolves with the reason. */
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface Part {
  name: string;
  start: () => Promise<Running>;
  /** Parts that have to be up before this one can be started again. */
  needs?: Kept[];
  onDeath: (reason: string) => void;
  /** Five deaths in a minute: it will not be started again. */
  onHopeless: (reason: string) => void;
}

export interface Kept {
  /** Resolves when it runs. */
  up(): Promise<void>;
  /** Ends it and starts it anew; that is no death. */
  renew(): Promise<void>;
  stop(): Promise<void>;
}

const deathsAllowed = 4;
const withinMillis = 60_000;

export interface Clock {
  now: () => number;
  pause: (millis: number) => Promise<void>;
}

const realClock: Clock = { now: Date.now, pause: (millis) => setTimeout(millis) };

/** Starts a part and starts it again whenever it dies. Throws when it cannot even be started the first time. */
export async function keep(part: Part, { now, pause }: Clock = realClock): Promise<Kept> {
  const deaths: number[] = [];
  let isStopping = false;
  let isRenewing = false;
  let current = await part.start();
  let up = Promise.resolve();

  /** False when it has died too often. */
  function mayDieOf(reason: string): boolean {
    deaths.push(now());
    while (now() - (deaths[0] ?? 0) > withinMillis) deaths.shift();
    if (deaths.length > deathsAllowed) part.onHopeless(reason);
    else part.onDeath(reason);
    return deaths.length <= deathsAllowed;
  }

  async function startAgain(): Promise<boolean> {
    for (;;) {
      // At once after a first death; later ones may have a cause that needs a moment to pass.
      await pause(Math.max(0, deaths.length - 1) * 500);
      await Promise.all((part.needs ?? []).map((need) => need.up()));
      if (isStopping) return false;
      try {
        current = await part.start();
        return true;
      } catch (error) {
        if (isStopping || !mayDieOf(error instanceof Error ? error.message : String(error))) return false;
      }
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      const reason = await current.exited;
      if (isStopping) return;
      if (!isRenewing && !mayDieOf(reason)) return;
      const started = startAgain();
      up = started.then(() => {});
      if (!(await started)) return;
    }
  }
  const watched = watch();

  return {
    up: () => up,
    async renew() {
      isRenewing = true;
      await current.stop();
      await pause(0);
      await up;
      isRenewing = false;
    },
    async stop() {
      isStopping = true;
      await current.stop();
      // One that was just being started again is stopped as soon as it runs.
      await up;
      await current.stop();
      await watched;
    },
  };
}
