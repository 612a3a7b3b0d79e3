import { setTimeout as pause } from "node:timers/promises";
import { isSame, lookUp } from "./process-table.ts";

/**
 * Ends a process that a killed start has left behind, if the one of this number is it: its command must contain `mark`. Asks
 * with the first signal, and with the next one after five seconds. Only for a caller who is sure that nobody else uses it.
 */
export async function endOrphan(pid: number, mark: string, signals: NodeJS.Signals[]): Promise<void> {
  const entry = lookUp(pid);
  if (entry === null || !entry.command.includes(mark)) return;
  for (const signal of signals) {
    if (isSame(pid, entry.started)) send(pid, signal);
    for (let waited = 0; waited < 5_000 && isSame(pid, entry.started); waited += 50) await pause(50);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself meanwhile.
  }
}
