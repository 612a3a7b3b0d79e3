import type { RunId } from "@proofroom/domain/id";
import type { Deps } from "./deps.ts";

/** Gives the host, or the place in its line, to the next. */
export const leaveTurn =
  ({ db }: Pick<Deps, "db">) =>
  async ({ runId }: { runId: RunId }): Promise<void> => {
    await db.deleteFrom("run_slot").where("run_id", "=", runId).execute();
  };
