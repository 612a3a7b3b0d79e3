import type { Deps } from "./activities/deps.ts";
import { livingDeployments } from "./activities/deployments.ts";
import { controlOf } from "./targets/local/control.ts";

const everyMillis = 5_000;

/**
 * Tells every supervisor of this host that somebody still cares, now and every 5 s whatever activity runs: one that hears
 * nothing for 30 s ends itself, so that a machine left to itself is left clean.
 */
export async function keepAlive({ db, host, log }: Pick<Deps, "db" | "host" | "log">): Promise<Disposable> {
  const touchAll = async (): Promise<void> => {
    const deployments = await livingDeployments(db, host);
    await Promise.all(deployments.map(({ socketPath }) => controlOf(socketPath).touch()));
  };
  const tryTouch = (): Promise<void> =>
    touchAll().catch((error: unknown) => log.warn({ err: error }, "could not look after the deployments of this host"));
  await tryTouch();
  const timer = setInterval(() => void tryTouch(), everyMillis);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
