import { type Logger, pino } from "pino";

export type { Logger } from "pino";

/** One JSON object a line on standard output; the starter keeps them in a file and shows warnings and errors to people. */
export function createLogger(name: string): Logger {
  return pino({ name, level: process.env["LOG_LEVEL"] ?? "info", base: { name, pid: process.pid } });
}
