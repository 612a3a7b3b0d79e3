import { proxyActivities } from "@temporalio/workflow";
import type { Activities } from "../activities/create.ts";

const { sweepRuns } = proxyActivities<Pick<Activities, "sweepRuns">>({
  startToCloseTimeout: "2m",
  retry: { maximumAttempts: 2 },
});

/** Starts runs that never began, closes runs whose workflow is gone, and has each host remove what should not be there. */
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
  await Promise.all(swept);
}
