import { recordRun } from "@proofroom/database/record-run";
import type { RunId } from "@proofroom/domain/id";
import type { Told } from "@proofroom/domain/run/told";
import type { Deps } from "./deps.ts";

/** Tells what the workflow itself decides: statuses and the verdict. */
export const record =
  ({ db }: Pick<Deps, "db">) =>
  ({ runId, told }: { runId: RunId; told: Told[] }): Promise<void> =>
    recordRun(db, runId, told);
