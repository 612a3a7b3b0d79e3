import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from "@temporalio/workflow";
import type { Activities } from "../activities/create.ts";

/** How long a host may say nothing before a run stops waiting for it. */
const hostSilence = "10m";

/** Outlasts a database or a worker that is started anew; of other failures an activity has three, see `failures.ts`. */
const retry = { maximumAttempts: 10, initialInterval: "200ms", maximumInterval: "5s" } as const;

/** Facts and short writes: they wait out a database that is away, so that a stage reaches the room once it is back. */
export const localSteps = proxyLocalActivities<Pick<Activities, "record" | "reserve" | "leaveTurn" | "reportFail">>({
  startToCloseTimeout: "5s",
  retry: { initialInterval: "200ms", maximumInterval: "5s" },
});

/** Steps that any worker can do. Each is taken from its proxy by name: a proxy has no keys of its own to spread. */
export const steps = (heartbeatMillis: number) => {
  const { takeTurn } = proxyActivities<Pick<Activities, "takeTurn">>({
    startToCloseTimeout: "1h",
    heartbeatTimeout: heartbeatMillis,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry: { initialInterval: "200ms", maximumInterval: "10s" },
  });
  const { review } = proxyActivities<Pick<Activities, "review">>({
    startToCloseTimeout: "2m",
    heartbeatTimeout: heartbeatMillis,
    retry,
  });
  // An opinion that is late is none: the run does not wait for it.
  const { reviewByModel } = proxyActivities<Pick<Activities, "reviewByModel">>({
    startToCloseTimeout: "30s",
    scheduleToStartTimeout: "10s",
    retry: { maximumAttempts: 1 },
  });
  const { explain } = proxyActivities<Pick<Activities, "explain">>({
    startToCloseTimeout: "30s",
    retry: { ...retry, maximumAttempts: 3 },
  });
  return { takeTurn, review, reviewByModel, explain };
};

/** Steps that only the host of a deployment can do. */
export const hostSteps = (taskQueue: string, heartbeatMillis: number) => {
  const { deploy, test } = proxyActivities<Pick<Activities, "deploy" | "test">>({
    taskQueue,
    scheduleToStartTimeout: hostSilence,
    startToCloseTimeout: "20m",
    heartbeatTimeout: heartbeatMillis,
    cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
    retry,
  });
  const { tearDown } = proxyActivities<Pick<Activities, "tearDown">>({
    taskQueue,
    scheduleToStartTimeout: hostSilence,
    startToCloseTimeout: "5m",
    scheduleToCloseTimeout: "1h",
    heartbeatTimeout: "30s",
    retry: { initialInterval: "500ms", maximumInterval: "60s" },
  });
  return { deploy, test, tearDown };
};

/** The steps of a report, on any worker. How often a model is asked again, `report-ask.ts` says. */
export const reportSteps = (heartbeatMillis: number) => {
  const { reportAwaitRun } = proxyActivities<Pick<Activities, "reportAwaitRun">>({
    startToCloseTimeout: "1h",
    heartbeatTimeout: heartbeatMillis,
    retry: { initialInterval: "200ms", maximumInterval: "10s" },
  });
  const { reportCount, reportCompare, reportFinish } = proxyActivities<
    Pick<Activities, "reportCount" | "reportCompare" | "reportFinish">
  >({ startToCloseTimeout: "2m", retry });
  const { reportEvidence, reportPass } = proxyActivities<Pick<Activities, "reportEvidence" | "reportPass">>({
    startToCloseTimeout: "5m",
    heartbeatTimeout: heartbeatMillis,
    retry: { maximumAttempts: 10, initialInterval: "1s", maximumInterval: "20s" },
  });
  return { reportAwaitRun, reportCount, reportEvidence, reportPass, reportCompare, reportFinish };
};
