import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { PaidModel } from "@proofroom/ai/paid-model";
import { problemsDir } from "@proofroom/problems/public";
import { createLogger } from "@proofroom/process/logger";
import { Client } from "@temporalio/client";
import { NativeConnection } from "@temporalio/worker";
import { bundleWorkflows } from "./bundle.ts";
import { createLocalTarget } from "./targets/local/local-target.ts";
import type { World } from "./test-world.ts";
import { startWorkers } from "./worker.ts";

/** The workers of a world, in this process, with the real local target. */
export async function workIn(world: World, ai: PaidModel | null = null): Promise<AsyncDisposable> {
  const { address } = world;
  const [connection, bundle] = await Promise.all([NativeConnection.connect({ address }), bundleWorkflows()]);
  const host = "test-host";
  const { db, home, taskQueue } = world;
  const working = await startWorkers({
    db,
    client: new Client({ connection }),
    targets: { local: createLocalTarget({ home, host }) },
    problemsDir,
    host,
    taskQueue,
    ai,
    log: createLogger("test-worker"),
    connection,
    namespace: "default",
    bundle,
  });
  return {
    [Symbol.asyncDispose]: async () => {
      await working.stop();
      await connection.close();
    },
  };
}

/** The real worker as a process of its own, to be killed. */
export async function spawnWorker({ address, databaseUrl, home, taskQueue }: World, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts")], {
    env: {
      ...process.env,
      ...env,
      TEMPORAL_ADDRESS: address,
      DATABASE_URL: databaseUrl,
      PROOFROOM_HOME: home,
      PROOFROOM_TASK_QUEUE: taskQueue,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  await new Promise<void>((resolve, reject) => {
    void exited.then(([code]) => reject(new Error(`the worker ended with ${code} before it was ready`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.includes('"msg":"ready"')) resolve();
    });
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  return { end, [Symbol.asyncDispose]: () => end("SIGTERM") };
}
