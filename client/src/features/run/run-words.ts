import type { Verdict } from "@proofroom/domain/judge/result";
import type { RunStatus } from "@proofroom/domain/run/status";
import { never } from "@proofroom/domain/never";
import type { IconName } from "../../ui/icon-paths.ts";

/** The shape of a state: icon, ink and word say the same. */
export type Mark = "pending" | "running" | "passed" | "failed" | "inconclusive" | "skipped" | "cancelled";

export const markIcons: Record<Mark, IconName> = {
  pending: "pending",
  running: "running",
  passed: "passed",
  failed: "failed",
  inconclusive: "inconclusive",
  skipped: "skipped",
  cancelled: "x",
};

export const markInk: Record<Mark, string> = {
  pending: "muted",
  running: "",
  passed: "ink-ok",
  failed: "ink-bad",
  inconclusive: "ink-warn",
  skipped: "muted",
  cancelled: "muted",
};

interface Ended {
  status: RunStatus;
  verdict?: Verdict | null | undefined;
}

export function markOf({ status, verdict }: Ended): Mark {
  switch (status) {
    case "pending":
      return "pending";
    case "validating":
    case "generating_infra":
    case "building":
    case "deploying":
    case "testing":
      return "running";
    case "validation_failed":
    case "build_failed":
    case "deploy_failed":
      return "failed";
    case "completed":
      return verdict ?? "inconclusive";
    case "failed":
      return "inconclusive";
    case "cancelled":
      return "cancelled";
    default:
      return never(status);
  }
}

/** What a run is doing or came to, in a word or two. */
export function runWords({ status, verdict }: Ended): string {
  switch (status) {
    case "pending":
      return "Waiting";
    case "validating":
      return "Validating";
    case "generating_infra":
      return "Planning";
    case "building":
      return "Building";
    case "deploying":
      return "Deploying";
    case "testing":
      return "Testing";
    case "validation_failed":
      return "Cannot run yet";
    case "build_failed":
      return "Build failed";
    case "deploy_failed":
      return "Deploy failed";
    case "failed":
      return "Broke off";
    case "cancelled":
      return "Cancelled";
    case "completed":
      return verdict === "passed" ? "Passed" : verdict === "failed" ? "Failed" : "Inconclusive";
    default:
      return never(status);
  }
}
