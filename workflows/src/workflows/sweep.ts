import { patched, proxyActivities } from "@temporalio/workflow";
import type { Activities } from "../activities/create.ts";

const { sweepRuns, sweepLedger } = proxyActivities<Pick<Activities, "sweepRuns" | "sweepLedger">>({
  startToCloseTimeout: "2m",
  retry: { maximumAttempts: 2 },
});

/** Starts runs that never began, closes runs whose workflow is gone, has each host remove what should not be there, and lets go of what models were told. */
export async function sweep(): Promise<void> {
  const hosts = await sweepRuns();
  const swept = hosts.map((taskQueue) => {
    const { sweepHost } = proxyActivities<Pick<Activities, "sweepHost">>({
      taskQueue,
      // A host that is away now is asked again next time.
      scheduleToStartTimeout: "30s",
      startToCloseTimeout: "5m",
      retry: { maximumAttempts: 1 },
    });
    return sweepHost().catch(() => {});
  });
  if (patched("ledger")) swept.push(sweepLedger().catch(() => {}));
  await Promise.all(swept);
}
