import type { RunStatus } from "./status.ts";

const over: ReadonlySet<RunStatus> = new Set([
  "validation_failed",
  "build_failed",
  "deploy_failed",
  "completed",
  "cancelled",
  "failed",
]);

/** A run that is over gets no further status, and the room may start the next one. Without schemas, for the first page. */
export const isOver = (status: RunStatus): boolean => over.has(status);
