import { resolve } from "node:path";
import { type ModelSettings, modelSettings } from "@proofroom/ai/models";
import { readEnv } from "@proofroom/process/env";
import { addressValue, claudeVariables, originValue, portValue, postgresUrlValue } from "@proofroom/process/env-values";
import { taskQueue } from "@proofroom/workflows/contract";
import * as z from "zod/mini";

const Environment = z.object({
  PORT: z._default(portValue, 3000),
  HOST: z._default(z.string(), "127.0.0.1"),
  PUBLIC_URL: z.optional(originValue),
  DATABASE_URL: postgresUrlValue,
  TEMPORAL_ADDRESS: z.optional(addressValue),
  PROOFROOM_TASK_QUEUE: z._default(z.string(), taskQueue),
  /** A sentence that says what is missing for runs, from the starter that looked for it. */
  PROOFROOM_RUNS_OFF: z.optional(z.string()),
  ...claudeVariables,
});

export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  databaseUrl: string;
  taskQueue: string;
  runsOff: string | null;
  /** Where the built client lies. */
  dist: string;
  /** Null where no key is set: then nothing is asked of a model. */
  claude: ClaudeSettings | null;
}

interface ClaudeSettings {
  apiKey: string;
  baseURL: string | undefined;
  models: ModelSettings;
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
const noTemporal = "Runs are off: no Temporal server is known. Start Proofroom by npm start, or set TEMPORAL_ADDRESS.";

/** Temporal's other variables are read by its own `envconfig`. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const read = readEnv(
    Environment.check(
      z.refine(({ HOST, PUBLIC_URL }) => isLoopback(HOST) || PUBLIC_URL !== undefined, {
        path: ["PUBLIC_URL"],
        message: "must be set where HOST is beyond this machine: links and cookies need it",
      }),
    ),
    env,
  );
  const name = read.HOST.includes(":") ? `[${read.HOST}]` : read.HOST;
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: new URL(read.PUBLIC_URL ?? `http://${name}:${read.PORT}`).origin,
    databaseUrl: read.DATABASE_URL,
    taskQueue: read.PROOFROOM_TASK_QUEUE,
    runsOff: read.PROOFROOM_RUNS_OFF ?? (read.TEMPORAL_ADDRESS === undefined ? noTemporal : null),
    dist: resolve(import.meta.dirname, "../../client/dist"),
    claude:
      read.ANTHROPIC_API_KEY === undefined
        ? null
        : { apiKey: read.ANTHROPIC_API_KEY, baseURL: read.ANTHROPIC_BASE_URL, models: modelSettings(env) },
  };
}
