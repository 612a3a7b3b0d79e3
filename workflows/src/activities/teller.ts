import type { Database } from "@proofroom/database/schema";
import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import type { Told } from "@proofroom/domain/run/told";
import type { Kysely } from "kysely";

const everyMillis = 150;

export interface Teller extends AsyncDisposable {
  /** Keeps a fact for the next batch. */
  tell(...facts: Told[]): void;
  /** Resolves once everything told so far is stored; rejects when it could not be. */
  flush(): Promise<void>;
}

/** Tells a run's facts in batches, in the order in which they came. What fails is tried again with the next batch. */
export function createTeller(db: Kysely<Database>, runId: RunId, attempt: number): Teller {
  let waiting: Told[] = [];
  let last: Promise<void> = Promise.resolve();

  const store = async (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    try {
      await recordRun(db, runId, batch);
    } catch (error) {
      waiting = [...batch, ...waiting];
      throw error;
    }
  };
  const flush = (): Promise<void> => {
    last = last.catch(() => {}).then(store);
    return last;
  };
  const timer = setInterval(() => void flush().catch(() => {}), everyMillis);
  return {
    tell: (...facts) => void waiting.push(...facts.map((fact) => ({ attempt, ...fact }))),
    flush,
    [Symbol.asyncDispose]: () => {
      clearInterval(timer);
      return flush();
    },
  };
}
