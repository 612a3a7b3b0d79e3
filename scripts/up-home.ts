import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isFree } from "@proofroom/process/free-port";
import { tryLock } from "./lock.mjs";
import type { Settings } from "./up-settings.ts";

/**
 * Makes the folder of this installation ours for as long as this process lives, and makes sure of the port. Two starts on one
 * folder would take each other's database for an orphan.
 */
export async function claimHome({
  home,
  host,
  port,
  publicUrl,
}: Settings): Promise<{ refused: string } | { home: string }> {
  // Others may pass through: started as root, Postgres runs under another account.
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const lock = tryLock(join(home, "lock"), publicUrl);
  if ("holder" in lock) return { refused: `Proofroom already runs at ${lock.holder.note}` };
  if (!(await isFree(port, host))) {
    return { refused: `Port ${port} on ${host} is taken. End what listens there, or set PORT to another one.` };
  }
  mkdirSync(join(home, "runs"), { recursive: true, mode: 0o711 });
  return { home };
}
