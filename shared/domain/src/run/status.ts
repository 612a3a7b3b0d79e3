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

export { isOver } from "./over.ts";
