import type { Finding } from "./finding.ts";

/** Whether a finding stops a run until it is settled. Without schemas, for the room's first page. */
export const stops = ({ severity, stopsRun }: Pick<Finding, "severity" | "stopsRun">): boolean =>
  severity === "error" || stopsRun === true;
