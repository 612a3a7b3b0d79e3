import { resolve } from "node:path";
import { readEnv } from "@proofroom/process/env";
import { addressValue, claudeVariables, originValue, portValue, postgresUrlValue } from "@proofroom/process/env-values";
import * as z from "zod/mini";

export const root = resolve(import.meta.dirname, "..");

export interface Settings {
  port: number;
  host: string;
  publicUrl: string;
  home: string;
  /** Unset: the embedded one. */
  databaseUrl: string | undefined;
  temporalAddress: string | undefined;
  isWatching: boolean;
}

const Environment = z.object({
  PORT: z._default(portValue, 3000),
  HOST: z._default(z.string(), "127.0.0.1"),
  PUBLIC_URL: z.optional(originValue),
  PROOFROOM_HOME: z._default(z.string(), ".proofroom"),
  DATABASE_URL: z.optional(postgresUrlValue),
  TEMPORAL_ADDRESS: z.optional(addressValue),
  ...claudeVariables,
});

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);

const Checked = Environment.check(
  z.refine(({ HOST, PUBLIC_URL }) => isLoopback(HOST) || PUBLIC_URL !== undefined, {
    path: ["PUBLIC_URL"],
    message: "must be set where HOST is beyond this machine: links and cookies need it",
  }),
);

/** All that the starter itself needs; server and worker read the rest. Throws one message that names everything wrong. */
export function readSettings(env: Record<string, string | undefined>, isWatching: boolean): Settings {
  const read = readEnv(Checked, env);
  const name = read.HOST.includes(":") ? `[${read.HOST}]` : read.HOST;
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: new URL(read.PUBLIC_URL ?? `http://${name}:${read.PORT}`).origin,
    home: resolve(root, read.PROOFROOM_HOME),
    databaseUrl: read.DATABASE_URL,
    temporalAddress: read.TEMPORAL_ADDRESS,
    isWatching,
  };
}
