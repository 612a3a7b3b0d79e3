import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DeploymentProcesses } from "@proofroom/domain/infrastructure/deployment";
import { removeAllRunData } from "@proofroom/postgres/run-server";
import { controlOf } from "./control.ts";
import { living, type Place, placeIn, processesIn } from "./place.ts";
import { answering } from "./supervisor-process.ts";

/**
 * Ends the deployment in a folder and removes all of it, whether its supervisor lives, is just starting or was killed. Throws,
 * naming it, when something is left.
 */
export async function removeDeployment(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const isAnswering = (await answering({ folder }, 2_000, new AbortController().signal)) === "answers";
  // Both are read before the end: they lie in the folder.
  const place = placeIn(folder);
  const processes = new Map((processesIn(folder) ?? []).map((entry) => [entry.pid, entry]));
  if (isAnswering && place !== null) {
    for (const { pid, started } of processesIn(folder) ?? []) processes.set(pid, { pid, started });
    // One that fails to end in order is ended below.
    await Promise.race([
      controlOf(place.socketPath)
        .stop()
        .catch(() => {}),
      pause(20_000, undefined, { ref: false }),
    ]);
  }
  const left = await gone([...processes.values()]);
  removeFiles(folder, place);
  const names = left.map(({ pid }) => `process ${pid}`);
  if (existsSync(folder)) names.push(folder);
  if (names.length > 0) throw new Error(`the deployment in ${folder} is not gone, there is still ${names.join(", ")}`);
}

/** They end by themselves when their supervisor has gone; a paused one once it is woken, and a stubborn one is killed. */
async function gone(processes: DeploymentProcesses): Promise<DeploymentProcesses> {
  const until = async (millis: number) => {
    for (let waited = 0; waited < millis && living(processes).length > 0; waited += 20) await pause(20);
    return living(processes);
  };
  signalAll(living(processes), "SIGCONT");
  signalAll(await until(7_000), "SIGKILL");
  return until(2_000);
}

function signalAll(processes: DeploymentProcesses, signal: NodeJS.Signals): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // It went by itself meanwhile.
    }
  }
}

function removeFiles(folder: string, place: Place | null): void {
  removeAllRunData(join(folder, "postgres"));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const own = place === null ? folder : dirname(place.socketPath);
  if (own !== folder) rmSync(own, { recursive: true, force: true });
}
