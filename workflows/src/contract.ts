import type { RunId } from "@proofroom/domain/id";
import type { Suite } from "@proofroom/domain/judge/result";

/** All that the server may know of the workflows: names and shapes, no SDK, no I/O. */
export const taskQueue = "runs";

export const workflows = { run: "runDesign", lease: "lease", sweep: "sweep" } as const;

export type TargetName = "local";

export const workflowId = {
  run: (id: RunId): string => `run-${id}`,
  lease: (deploymentId: string): string => `lease-${deploymentId}`,
};

/** Ids and hashes only: histories are readable for operators, and a payload has a size limit. */
export interface RunInput {
  runId: RunId;
  target: TargetName;
  suites: Suite[];
  designHash: string;
}
