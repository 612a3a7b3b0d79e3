import type { Logger } from "@proofroom/process/logger";
import { DefaultLogger } from "@temporalio/worker";

const isExpected = (message: string): boolean =>
  // One of our two workers has activities alone, because those of a host go through a queue of its own.
  message.startsWith("Activity") || message.startsWith("No workflows registered");

/**
 * Temporal's own messages in our log. That an activity failed, or was stopped, is an outcome that the run tells itself;
 * here it is worth a line to whoever looks into it, not a warning on the operator's screen.
 */
export const runtimeLogger = (log: Logger): DefaultLogger =>
  new DefaultLogger("INFO", ({ level, message, meta }) => {
    if (level === "ERROR") log.error({ meta }, message);
    else if (level === "WARN" && !isExpected(message)) log.warn({ meta }, message);
    else log.info({ meta }, message);
  });
