import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { obstacleAt } from "@proofroom/process/free-port";
import { tryLock } from "./lock.mjs";
import { makeFolder, whyNoHome } from "./up-folder.ts";
import type { Settings } from "./up-settings.ts";
import { whyNoAddress } from "./up-address.ts";

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
  try {
    makeFolder(home);
    const lock = await take(join(home, "lock"), publicUrl);
    if ("url" in lock) return { refused: `Proofroom already runs at ${lock.url}` };
    const obstacle = await obstacleAt(port, host);
    if (obstacle !== null) return { refused: whyNoAddress(obstacle, port, host) };
    makeFolder(join(home, "runs"));
    return { end: () => lock.tell(ending) };
  } catch (error) {
    const refused = whyNoHome(home, error);
    if (refused === null) throw error;
    return { refused };
  }
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
