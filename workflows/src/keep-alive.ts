import type { Deployment } from "@proofroom/domain/infrastructure/deployment";
import type { Deps } from "./activities/deps.ts";
import { livingDeployments } from "./activities/deployments.ts";
import { controlOf } from "./targets/local/control.ts";

const everyMillis = 5_000;

/**
 * Tells every supervisor of this host that somebody still cares, now and every 5 s whatever activity runs: one that hears
 * nothing for 30 s ends itself, so that a machine left to itself is left clean. While the database is away those last known
 * are told.
 */
export async function keepAlive({ db, host, log }: Pick<Deps, "db" | "host" | "log">): Promise<Disposable> {
  let known: Deployment[] = [];
  const touchAll = async (): Promise<void> => {
    try {
      known = await livingDeployments(db, host);
    } catch (error) {
      log.warn({ err: error }, "could not look up the deployments of this host");
    }
    await Promise.allSettled(known.map(({ socketPath }) => controlOf(socketPath).touch()));
  };
  await touchAll();
  const timer = setInterval(() => void touchAll(), everyMillis);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
