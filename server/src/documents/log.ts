import { setTimeout as pause } from "node:timers/promises";
import type { LogRow } from "./document-store.ts";

/** A document with something to commit. */
export interface LogSource {
  readonly id: string;
  /** Hands over all that waits, numbered; it is asked again only when that is committed. */
  take(): LogRow[];
  /** Everything taken last is in the database. */
  committed(rows: LogRow[]): void;
  /** The database has another history than this process: what was taken is not committed and never will be. */
  overtaken(): void;
}

export interface LogOptions {
  /** Commits rows at once and may be repeated; answers the documents that were overtaken. */
  append: (rows: LogRow[]) => Promise<Set<string>>;
  onStorage: (storage: "ok" | "away", error?: unknown) => void;
  /** A document failed in memory; it is given up there and read anew, because the others must not wait for it. */
  onBroken: (error: unknown) => void;
}

export type UpdateLog = ReturnType<typeof createUpdateLog>;

/** A commit that takes longer counts as an absent database, though it is not given up. */
const patienceMillis = 2_000;
const longestBackoffMillis = 1_000;

/**
 * One statement in flight for all documents; the next one takes whatever queued while it ran, so there is no timer to
 * wait for. A failed commit is repeated until it succeeds: nothing is dropped, and nothing said before it is in.
 */
export function createUpdateLog({ append, onStorage, onBroken }: LogOptions) {
  const dirty = new Set<LogSource>();
  let storage: "ok" | "away" = "ok";
  let running: Promise<void> | null = null;

  const report = (now: "ok" | "away", error?: unknown): void => {
    if (now === storage) return;
    storage = now;
    onStorage(now, error);
  };

  async function commit(rows: LogRow[]): Promise<Set<string>> {
    for (let tries = 0; ; tries++) {
      const late = setTimeout(() => report("away"), patienceMillis);
      try {
        const overtaken = await append(rows);
        report("ok");
        return overtaken;
      } catch (error) {
        report("away", error);
        const backoff = Math.min(longestBackoffMillis, 50 * 2 ** Math.min(tries, 8));
        await pause(backoff * (0.5 + Math.random() / 2));
      } finally {
        clearTimeout(late);
      }
    }
  }

  function attempt<T>(source: LogSource, work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      onBroken(error);
      source.overtaken();
      return null;
    }
  }

  async function run(): Promise<void> {
    await Promise.resolve(); // whatever else arrived in this turn belongs to the same commit
    while (dirty.size > 0) {
      const batch = [...dirty].map((source) => ({ source, rows: attempt(source, () => source.take()) ?? [] }));
      dirty.clear();
      const overtaken = await commit(batch.flatMap(({ rows }) => rows));
      for (const { source, rows } of batch) {
        if (overtaken.has(source.id)) source.overtaken();
        else attempt(source, () => source.committed(rows));
      }
    }
    running = null;
  }

  return {
    get storage(): "ok" | "away" {
      return storage;
    },
    add(source: LogSource): void {
      dirty.add(source);
      running ??= run();
    },
    /** Told by others that the database does or does not answer; while a commit runs it knows better itself. */
    heard(now: "ok" | "away"): void {
      if (running === null) report(now);
    },
    /** Resolves when nothing waits any more. */
    async idle(): Promise<void> {
      while (running !== null) await running;
    },
  };
}
