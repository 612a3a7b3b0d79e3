import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endOrphan } from "@proofroom/process/orphan";

/**
 * Ends a Postgres that a killed start has left on this data folder, and removes what it left. Only for a caller who holds the
 * lock of the folder's owner: otherwise that Postgres may be somebody's living database.
 */
export async function clearOrphan(folder: string): Promise<void> {
  const file = join(folder, "postmaster.pid");
  let said: string;
  try {
    said = readFileSync(file, "utf8");
  } catch {
    return;
  }
  const pid = Number.parseInt(said, 10);
  if (pid > 1) await endOrphan(pid, folder, ["SIGINT", "SIGQUIT"]);
  rmSync(file, { force: true });
}
