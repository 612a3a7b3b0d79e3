import { Worker } from "node:worker_threads";
import type { WorkerAnswer, WorkerRequest } from "./compact-worker.ts";

export interface Compacted {
  bytes: Uint8Array;
  vector: Uint8Array;
  text: string;
}

interface Waiting {
  resolve: (compacted: Compacted) => void;
  reject: (error: Error) => void;
}

/** A document that takes longer would hold up those of all other rooms. */
const patienceMillis = 20_000;

export type Compactor = ReturnType<typeof createCompactor>;

/** Turns updates into a compact state and its text in a thread of its own, off the keystroke's path. */
export function createCompactor() {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let lastId = 0;

  const failAll = (error: Error): void => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  function start(): Worker {
    const started = new Worker(new URL("./compact-worker.ts", import.meta.url));
    started.on("message", (answer: WorkerAnswer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if (answer.outcome === "compacted") asked?.resolve(answer);
      else asked?.reject(new Error(`a document could not be read: ${answer.reason}`));
    });
    started.on("error", (error) => failAll(new Error("the thread that reads documents failed", { cause: error })));
    started.on("exit", () => {
      if (worker === started) failAll(new Error("the thread that reads documents ended"));
    });
    return started;
  }

  async function abandon(): Promise<void> {
    const stuck = worker;
    failAll(new Error("a document took too long to read"));
    await stuck?.terminate();
  }

  return {
    compact(updates: Uint8Array[]): Promise<Compacted> {
      worker ??= start();
      const id = ++lastId;
      const request: WorkerRequest = { id, updates };
      const late = setTimeout(() => void abandon(), patienceMillis);
      const answer = new Promise<Compacted>((resolve, reject) => waiting.set(id, { resolve, reject }));
      worker.ref();
      worker.postMessage(request);
      return answer.finally(() => clearTimeout(late));
    },
    async close(): Promise<void> {
      const ending = worker;
      worker = null;
      await ending?.terminate();
      failAll(new Error("the server is stopping"));
    },
  };
}
