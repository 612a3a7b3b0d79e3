import { Worker } from "node:worker_threads";
import type { ReadAnswer, ReadRequest } from "./read-worker.ts";

interface Asked {
  request: ReadRequest;
  resolve: (answer: ReadAnswer) => void;
  reject: (error: Error) => void;
}

export type ReadThread = ReturnType<typeof createReadThread>;

/** Longer than any text of legal size takes, also beside a busy machine's other work. */
const patienceMillis = 20_000;
const mostMegabytes = 512;

/**
 * One thread that reads, started when it is first asked. It works in order, so when it dies or hangs, the oldest question is
 * to blame and is answered with an error; all others are put to the next thread.
 */
export function createReadThread(onLost: (error: Error) => void) {
  const asked = new Map<number, Asked>();
  let worker: Worker | null = null;
  let lastId = 0;
  let isClosed = false;
  let patience: NodeJS.Timeout | undefined;

  function watch(): void {
    clearTimeout(patience);
    if (asked.size === 0) return;
    patience = setTimeout(() => void giveUp(), patienceMillis);
    patience.unref();
  }

  async function giveUp(): Promise<void> {
    const stuck = worker;
    lost(new Error("a design took too long to read"));
    await stuck?.terminate();
  }

  function lost(error: Error): void {
    worker = null;
    onLost(error);
    const [oldest] = asked;
    if (oldest !== undefined) {
      asked.delete(oldest[0]);
      oldest[1].reject(error);
    }
    for (const [id, { request }] of asked) post(id, request);
    watch();
  }

  function start(): Worker {
    const started = new Worker(new URL("./read-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    });
    started.on("message", ({ id, answer }: { id: number; answer: ReadAnswer }) => {
      const answered = asked.get(id);
      asked.delete(id);
      if (asked.size === 0) started.unref();
      watch();
      answered?.resolve(answer);
    });
    const ended = (error: Error): void => {
      if (worker === started) lost(error);
    };
    started.on("error", (error) => ended(new Error("the thread that reads designs failed", { cause: error })));
    started.on("exit", () => ended(new Error("the thread that reads designs ended")));
    return started;
  }

  function post(id: number, request: ReadRequest): void {
    worker ??= start();
    worker.ref();
    worker.postMessage({ id, request });
  }

  return {
    /** Rejects where the thread could not bear this very question. */
    ask(request: ReadRequest): Promise<ReadAnswer> {
      if (isClosed) return Promise.reject(new Error("the server is stopping"));
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        asked.set(id, { request, resolve, reject });
        post(id, request);
        if (asked.size === 1) watch();
      });
    },
    /** For tests: ends the thread as a crash would. */
    async kill(): Promise<void> {
      await worker?.terminate();
    },
    async close(): Promise<void> {
      const ending = worker;
      isClosed = true;
      worker = null;
      clearTimeout(patience);
      await ending?.terminate();
      for (const { reject } of asked.values()) reject(new Error("the server is stopping"));
      asked.clear();
    },
  };
}
