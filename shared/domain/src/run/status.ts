import * as z from "zod/mini";

export const RunStatus = z.enum([
  "pending",
  "validating",
  "validation_failed",
  "generating_infra",
  "building",
  "build_failed",
  "deploying",
  "deploy_failed",
  "testing",
  "completed",
  "cancelled",
  "failed",
]);
export type RunStatus = z.infer<typeof RunStatus>;

const over: ReadonlySet<RunStatus> = new Set([
  "validation_failed",
  "build_failed",
  "deploy_failed",
  "completed",
  "cancelled",
  "failed",
]);

/** A run that is over gets no further status, and the room may start the next one. */
export const isOver = (status: RunStatus): boolean => over.has(status);
