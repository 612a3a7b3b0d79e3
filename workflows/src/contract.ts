import type { RoomId, RunId } from "@proofroom/domain/id";
import type { Suite } from "@proofroom/domain/judge/result";

/** All that the server may know of the workflows: names and shapes, no SDK, no I/O. */
export const taskQueue = "runs";

export const workflows = { run: "runDesign", lease: "lease", sweep: "sweep", report: "writeReport" } as const;

export type TargetName = "local";

export const workflowId = {
  run: (id: RunId): string => `run-${id}`,
  lease: (deploymentId: string): string => `lease-${deploymentId}`,
  /** Each Retry is a workflow of its own. */
  report: ({ roomId, attempt }: ReportInput): string => `report-${roomId}${attempt === 1 ? "" : `-${attempt}`}`,
};

/** Ids and hashes only: histories are readable for operators, and a payload has a size limit. */
export interface RunInput {
  runId: RunId;
  target: TargetName;
  suites: Suite[];
  /** How soon a silent worker is noticed and how long a deployment may live at most; shorter in tests. */
  heartbeatMillis?: number;
  leaseMillis?: number;
}

/** Where activities of one host's deployments go, from the moment it gave the run its turn. */
export const hostQueue = (queue: string, host: string): string => `${queue}@${host}`;

export interface LeaseInput {
  runId: RunId;
  deploymentId: string;
  target: TargetName;
  hostQueue: string;
  millis: number;
}

/** Told to a lease when its deployment is gone. */
export const tornDownSignal = "tornDown";

/** How a run's workflow is started, by the server and by the sweep: one that runs already is left as it is. */
export const runStart = (queue: string, input: RunInput) =>
  ({
    taskQueue: queue,
    workflowId: workflowId.run(input.runId),
    args: [input],
    workflowIdConflictPolicy: "USE_EXISTING",
    workflowIdReusePolicy: "REJECT_DUPLICATE",
  }) as const;

/** One writing of a room's report. The server has kept the texts that it rests on before this is started. */
export interface ReportInput {
  roomId: RoomId;
  attempt: number;
  /** How soon a silent worker is noticed; shorter in tests. */
  heartbeatMillis?: number;
}

/** How a report's workflow is started: the same attempt twice is one. */
export const reportStart = (queue: string, input: ReportInput) =>
  ({
    taskQueue: queue,
    workflowId: workflowId.report(input),
    args: [input],
    workflowIdConflictPolicy: "USE_EXISTING",
    workflowIdReusePolicy: "REJECT_DUPLICATE",
  }) as const;
