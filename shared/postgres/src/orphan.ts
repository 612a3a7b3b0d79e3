import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isSame, lookUp } from "@proofroom/process/process-table";

/**
 * Ends a Postgres that a killed start has left on this data folder, and removes what it left. Only for a caller who holds the
 * lock of the folder's owner: otherwise that Postgres may be somebody's living database.
 */
export async function clearOrphan(folder: string): Promise<void> {
  const file = join(folder, "postmaster.pid");
  const pid = orphanOf(file);
  const entry = pid === null ? null : lookUp(pid);
  if (pid !== null && entry !== null && entry.command.includes(folder)) {
    for (const signal of ["SIGINT", "SIGQUIT"] as const) {
      send(pid, signal);
      for (let waited = 0; waited < 5_000 && isSame(pid, entry.started); waited += 50) await pause(50);
    }
  }
  rmSync(file, { force: true });
}

function orphanOf(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself meanwhile.
  }
}
