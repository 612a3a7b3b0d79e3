import * as z from "zod/mini";
import { RunId } from "../id.ts";

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
