import { createHash } from "node:crypto";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { type ModelSettings, modelSettings } from "@proofroom/ai/models";
import { readEnv } from "@proofroom/process/env";
import { claudeVariables, postgresUrlValue } from "@proofroom/process/env-values";
import * as z from "zod/mini";
import { taskQueue } from "./contract.ts";

const Environment = z.object({
  DATABASE_URL: postgresUrlValue,
  PROOFROOM_HOME: z._default(z.string(), ".proofroom"),
  /** Two installations on one Temporal server each name a queue of their own. */
  PROOFROOM_TASK_QUEUE: z._default(z.string(), taskQueue),
  ...claudeVariables,
});

export interface Config {
  databaseUrl: string;
  home: string;
  taskQueue: string;
  /** This machine and installation: the same after a restart, another one's beside it on the same machine. */
  host: string;
  /** Null where no key is set: then nothing is asked of a model. */
  claude: { apiKey: string; baseURL: string | undefined; settings: ModelSettings } | null;
}

/** Temporal's own variables (`TEMPORAL_ADDRESS`, …) are read by its `envconfig`. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = readEnv(Environment, env);
  const home = resolve(read.PROOFROOM_HOME);
  const installation = createHash("sha256").update(home).digest("hex").slice(0, 8);
  return {
    databaseUrl: read.DATABASE_URL,
    home,
    taskQueue: read.PROOFROOM_TASK_QUEUE,
    host: `${hostname()}-${installation}`,
    claude:
      read.ANTHROPIC_API_KEY === undefined
        ? null
        : { apiKey: read.ANTHROPIC_API_KEY, baseURL: read.ANTHROPIC_BASE_URL, settings: modelSettings(env) },
  };
}
