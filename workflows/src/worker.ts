import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from "@temporalio/client";
import { type NativeConnection, Worker, type WorkflowBundle } from "@temporalio/worker";
import { createActivities } from "./activities/create.ts";
import type { Deps } from "./activities/deps.ts";
import { hostQueue, workflows } from "./contract.ts";
import { keepAlive } from "./keep-alive.ts";

export interface WorkerOptions extends Deps {
  connection: NativeConnection;
  namespace: string;
  bundle: WorkflowBundle;
}

export interface Working {
  /** Resolves when both workers have ended, rejects when one broke. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** One worker for workflows and what any host can do, one for what only this host can do. */
export async function startWorkers(options: WorkerOptions): Promise<Working> {
  const { connection, namespace, bundle, ...deps } = options;
  const activities = createActivities(deps);
  const common = {
    connection,
    namespace,
    activities,
    shutdownGraceTime: "3s",
    shutdownForceTime: "6s",
    // Cancellation reaches an activity in a heartbeat's answer only: throttled by default, Stop would take half a minute.
    maxHeartbeatThrottleInterval: "2s",
  } as const;
  const workers = await Promise.all([
    Worker.create({
      ...common,
      taskQueue: deps.taskQueue,
      workflowBundle: bundle,
      // How long a workflow task waits for a worker that was killed before another one may take it.
      stickyQueueScheduleToStartTimeout: "1s",
    }),
    Worker.create({ ...common, taskQueue: hostQueue(deps.taskQueue, deps.host) }),
  ]);
  // Before any work: supervisors may be waiting for a sign of life since the last worker ended.
  const alive = await keepAlive(deps);
  const ended = Promise.all(workers.map((worker) => worker.run())).then(() => {});
  void startSweeping(deps, activities.sweepHost);
  return {
    ended,
    stop: async () => {
      alive[Symbol.dispose]();
      for (const worker of workers) if (worker.getState() === "RUNNING") worker.shutdown();
      await ended;
    },
  };
}

/** Once now, since local processes die with their machine and not with Temporal, then by the schedule. */
async function startSweeping({ client, taskQueue, log }: Deps, sweepHost: () => Promise<void>): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: `sweep-expired-${taskQueue}`,
      spec: { intervals: [{ every: "5m" }] },
      action: { type: "startWorkflow", workflowType: workflows.sweep, taskQueue, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: "1m" },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) log.warn({ err: error }, "could not schedule the sweep");
  }
  await sweepHost().catch((error: unknown) => log.warn({ err: error }, "the first sweep of this host failed"));
}
