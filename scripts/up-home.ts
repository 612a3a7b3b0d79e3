import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isFree } from "@proofroom/process/free-port";
import { tryLock } from "./lock.mjs";
import type { Settings } from "./up-settings.ts";

export interface Home {
  /** Tells a start that comes now that waiting is worth while. */
  end(): void;
}

const ending = "ending";

/**
 * Makes the folder of this installation ours for as long as this process lives, and makes sure of the port. Two starts on one
 * folder would take each other's database for an orphan.
 */
export async function claimHome({ home, host, port, publicUrl }: Settings): Promise<{ refused: string } | Home> {
  // Others may pass through: started as root, Postgres runs under another account.
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const lock = await take(join(home, "lock"), publicUrl);
  if ("url" in lock) return { refused: `Proofroom already runs at ${lock.url}` };
  if (!(await isFree(port, host))) {
    return { refused: `Port ${port} on ${host} is taken. End what listens there, or set PORT to another one.` };
  }
  mkdirSync(join(home, "runs"), { recursive: true, mode: 0o711 });
  return { end: () => lock.tell(ending) };
}

/** A start whose npm was killed needs a second to notice, and some more to end: the next one waits for it. */
async function take(folder: string, publicUrl: string): Promise<{ url: string } | { tell: (note: string) => void }> {
  for (let waited = 0; ; waited += 100) {
    const outcome = tryLock(folder, publicUrl);
    if (!("holder" in outcome)) return outcome;
    const { note } = outcome.holder;
    if (waited >= (note === ending ? 15_000 : 1_500)) return { url: note };
    await pause(100);
  }
}
