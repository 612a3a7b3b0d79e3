import { join } from "node:path";
import type { BootOutcome } from "@proofroom/domain/infrastructure/control";
import { tetherDescriptor } from "@proofroom/process/tether";
import type { Deployed, DeploymentTarget, Lease } from "../target.ts";
import { controlOf } from "./control.ts";
import { claim, folderOf, type Place, placeIn, placesOf } from "./place.ts";
import { removeDeployment } from "./remove.ts";
import { answering, startSupervisor } from "./supervisor-process.ts";

export interface LocalTargetOptions {
  /** PROOFROOM_HOME: deployments live in its `runs`, what they share in its `cache`. */
  home: string;
  host: string;
  /** A deployment that nobody asks anything for so long ends itself. */
  idleMillis?: number;
  /** The descriptor of the starter's pipe, inherited unless given: with the starter every deployment goes. */
  tether?: number;
}

/** Runs designs as ordinary processes of this host. */
export function createLocalTarget({
  home,
  host,
  idleMillis = 30_000,
  tether = tetherDescriptor(),
}: LocalTargetOptions): DeploymentTarget {
  const cacheDir = join(home, "cache");

  /** A place with a supervisor that answers: the one that is there, or a new one. */
  async function settle({ runId }: Lease, signal: AbortSignal): Promise<Place> {
    const folder = folderOf(home, runId);
    for (;;) {
      const mine = claim(home, runId);
      if (mine !== null) {
        await startSupervisor({ runId, ...mine, cacheDir, idleMillis }, tether, signal);
        return mine;
      }
      const found = await answering({ folder }, 5_000, signal);
      const place = placeIn(folder);
      if (found === "answers" && place !== null) return place;
      // Its supervisor was killed, or whoever took the folder never came to start one.
      await removeDeployment(folder);
    }
  }

  return {
    name: "local",
    faults: new Set(),
    async deploy(blueprint, lease, tell, signal) {
      const place = await settle(lease, signal);
      const outcome = await controlOf(place.socketPath).boot(blueprint, tell, signal);
      return deployed(outcome, lease, place, host);
    },
    inject: async ({ runId }) => ({
      outcome: "skipped",
      reason: `no fault can be caused in the local deployment of run ${runId} yet`,
    }),
    heal: async () => {},
    destroy: ({ runId }) => removeDeployment(folderOf(home, runId)),
    async *list() {
      yield* placesOf(home);
    },
  };
}

function deployed(outcome: BootOutcome, { runId, deploymentId }: Lease, place: Place, host: string): Deployed {
  if (outcome.outcome !== "booted") return outcome;
  const { endpoint } = outcome;
  return { outcome: "deployed", deployment: { id: deploymentId, runId, target: "local", host, ...place, endpoint } };
}
