import type { Logger } from "@proofroom/process/logger";
import { DefaultLogger } from "@temporalio/worker";

/**
 * Temporal's own messages in our log. That an activity failed, or was stopped, is an outcome that the run tells itself;
 * here it is worth a line to whoever looks into it, not a warning on the operator's screen.
 */
export const runtimeLogger = (log: Logger): DefaultLogger =>
  new DefaultLogger("INFO", ({ level, message, meta }) => {
    if (level === "ERROR") log.error({ meta }, message);
    else if (level === "WARN" && !message.startsWith("Activity")) log.warn({ meta }, message);
    else log.info({ meta }, message);
  });
