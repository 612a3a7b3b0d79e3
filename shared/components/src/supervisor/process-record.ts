import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DeploymentProcesses } from "@proofroom/domain/infrastructure/deployment";
import { lookUp } from "@proofroom/process/process-table";

/**
 * Notes each process of the deployment in its folder. When the supervisor is killed they end by themselves; whoever clears up
 * afterwards sees by this whether they really did, even one that was paused.
 */
export function createProcessRecord(folder: string): (pid: number) => void {
  const processes: DeploymentProcesses = [];
  return (pid) => {
    const entry = lookUp(pid);
    if (entry === null) return;
    processes.push({ pid, started: entry.started });
    const file = join(folder, "processes.json");
    writeFileSync(`${file}.new`, JSON.stringify(processes), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
}
