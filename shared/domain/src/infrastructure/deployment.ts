import * as z from "zod/mini";
import { RunId } from "../id.ts";

/** What lies in a local deployment's folder as `deployment.json`: where its supervisor can be asked. */
export const DeploymentFile = z.object({ socketPath: z.string() });

/** Beside it as `processes.json`: every process that it has had, told by its start time from later ones of the same number. */
export const DeploymentProcesses = z.array(z.object({ pid: z.int(), started: z.string() }));
export type DeploymentProcesses = z.infer<typeof DeploymentProcesses>;

/** A deployed design, as data: any process of its host can reopen it, so a worker's death does not end a run. */
export const Deployment = z.object({
  id: z.string(),
  runId: RunId,
  target: z.literal("local"),
  host: z.string(),
  folder: z.string(),
  socketPath: z.string(),
  /** Where clients enter: the base URL of the gateway, without a slash at its end. */
  endpoint: z.string(),
});
export type Deployment = z.infer<typeof Deployment>;
