import type { PaidModel } from "@proofroom/ai/paid-model";
import type { Database } from "@proofroom/database/schema";
import type { Logger } from "@proofroom/process/logger";
import type { Client } from "@temporalio/client";
import type { Kysely } from "kysely";
import type { TargetName } from "../contract.ts";
import type { DeploymentTarget } from "../targets/target.ts";

/** All that activities are given; `main.ts` builds it. */
export interface Deps {
  db: Kysely<Database>;
  client: Client;
  targets: Record<TargetName, DeploymentTarget>;
  /** Where the problems lie. */
  problemsDir: string;
  /** This machine and installation; the same after a restart of the worker. */
  host: string;
  taskQueue: string;
  /** The way to a model; null where no key is set. */
  ai: PaidModel | null;
  log: Logger;
}
